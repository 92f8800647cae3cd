namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>
/// Which files there are and what each is. Without <c>manifest.csv</c> every file that is there is complete; a file that the
/// manifest does not name is complete too, unless another one holds changes only.
/// </summary>
internal sealed class Manifest
{
    private const string VersionProperty = "onerosterversion";

    private readonly Dictionary<string, DataMode> _modes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OneRosterFile> _files;

    private Manifest(IReadOnlyList<OneRosterFile> files)
    {
        _files = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!_files.TryAdd(Key(Path.GetFileNameWithoutExtension(file.Name)), file) && IsRead(file))
            {
                throw new BrokenImportException(BrokenReason.AmbiguousFile, file.Name);
            }
        }
    }

    /// <summary>Reads the manifest of a source.</summary>
    /// <exception cref="BrokenImportException">The manifest is wrong, or a file that it announces is missing.</exception>
    public static Manifest Read(OneRosterSource source)
    {
        var manifest = new Manifest(source.Files());
        if (manifest._files.TryGetValue(Key(FileKind.Manifest.Name), out var file))
        {
            manifest.ReadProperties(file, source.Limits);
        }

        foreach (var kind in FileKind.All)
        {
            if (manifest.ModeOf(kind) != DataMode.Absent && manifest.FileOf(kind) is null)
            {
                throw new BrokenImportException(BrokenReason.MissingFile, kind.FileName);
            }
        }

        return manifest;
    }

    /// <summary>What a file is.</summary>
    public DataMode ModeOf(FileKind kind) =>
        _modes.TryGetValue(Key(kind.Name), out var mode) ? mode
        : FileOf(kind) is null ? kind == FileKind.Users && _modes.Count == 0 ? DataMode.Bulk : DataMode.Absent
        : _modes.ContainsValue(DataMode.Delta) ? DataMode.Delta
        : DataMode.Bulk;

    /// <summary>The file of a kind, if it is there.</summary>
    public OneRosterFile? FileOf(FileKind kind) => _files.GetValueOrDefault(Key(kind.Name));

    private static bool IsRead(OneRosterFile file) =>
        Key(Path.GetFileNameWithoutExtension(file.Name)) is var key
        && (key == Key(FileKind.Manifest.Name) || FileKind.All.Any(kind => Key(kind.Name) == key));

    private void ReadProperties(OneRosterFile file, OneRosterLimits limits)
    {
        using var table = OneRosterTable.Open(FileKind.Manifest, file, limits);
        while (table.Read())
        {
            var property = Letters(table[Columns.PropertyName]);
            var value = table[Columns.Value].ToLowerInvariant();
            if (property == VersionProperty && value is not ("1.0" or "1.1" or "1.2" or "1.1.0" or "1.2.0" or "1.1.1" or "1.2.1"))
            {
                throw new BrokenImportException(BrokenReason.BadManifest, file.Name, "oneroster.version");
            }

            if (property.StartsWith("file", StringComparison.Ordinal))
            {
                _modes[Key(property["file".Length..])] = value switch
                {
                    "bulk" => DataMode.Bulk,
                    "delta" => DataMode.Delta,
                    "absent" or "" => DataMode.Absent,
                    _ => throw new BrokenImportException(BrokenReason.BadManifest, file.Name, table[Columns.PropertyName]),
                };
            }
        }
    }

    // enrolments, lineItem, Demographic: known slips in the names of files.
    private static string Key(string name)
    {
        var letters = Letters(name).Replace("enrolment", "enrollment", StringComparison.Ordinal);
        return letters.EndsWith('s') ? letters : letters + "s";
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
