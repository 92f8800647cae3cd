using System.Security.Cryptography;
using System.Text.Json;
using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.Keys;

/// <summary>
/// A host's or tenant's master keys, in the file <c>school-keys.json</c>. Made at the first start; a new version is added by hand and
/// read at the next start. Without this file the names and addresses in the database are lost: it belongs in the backup, apart
/// from the database's.
/// </summary>
public sealed class KeyRing
{
    private const string FileName = "school-keys.json";
    private const int SecretLength = 32;

    /// <summary>Reads the file, or makes it.</summary>
    /// <exception cref="KeyRingException">The file cannot be read or is no key ring.</exception>
    public KeyRing(KeyFolder folder)
    {
        var path = Path.Combine(folder.Directory.FullName, FileName);
        if (!File.Exists(path))
        {
            Create(path);
        }

        Masters = Read(path);
    }

    /// <summary>The master keys, the newest first; never empty.</summary>
    public IReadOnlyList<SchoolKey> Masters { get; }

    private static void Create(string path)
    {
        // Written whole and then given its name, which only one process can do; the others read that one's file.
        var draft = $"{path}.{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(draft, options))
        {
            var first = new StoredKey(Version: 1, Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretLength)));
            JsonSerializer.Serialize(file, new StoredKeys([first]), JsonSerializerOptions.Web);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static SchoolKey[] Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var stored = JsonSerializer.Deserialize<StoredKeys>(file, JsonSerializerOptions.Web)?.Keys ?? [];
            var keys = stored
                .Select(key => new SchoolKey(key.Version, Convert.FromBase64String(key.Secret)))
                .OrderByDescending(key => key.Version)
                .ToArray();
            return keys.Length > 0 && keys.All(IsKey) && keys.DistinctBy(key => key.Version).Count() == keys.Length
                ? keys
                : throw Wrong();
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentNullException or IOException or UnauthorizedAccessException)
        {
            // The cause is left out: it may quote the file.
            throw Wrong();
        }
    }

    private static bool IsKey(SchoolKey key) => key.Version > 0 && key.Secret.Length >= SecretLength;

    private static KeyRingException Wrong() => new(FileName);

    private sealed record StoredKeys(IReadOnlyList<StoredKey> Keys);

    private sealed record StoredKey(byte Version, string Secret);
}
