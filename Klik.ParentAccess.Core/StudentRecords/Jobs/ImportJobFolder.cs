using Klik.ParentAccess.Core.Jobs;

namespace Klik.ParentAccess.Core.StudentRecords.Jobs;

/// <summary>Where an uploaded file waits for its import: readable by the host's own account alone, and gone afterwards.</summary>
/// <param name="path">The folder's full path; it is made when it is needed.</param>
public sealed class ImportJobFolder(string path)
{
    private const string Extension = ".zip";

    /// <summary>Keeps an upload.</summary>
    /// <param name="id">The import that it is for.</param>
    /// <param name="upload">The file.</param>
    /// <param name="longest">The most bytes it may have.</param>
    /// <param name="cancellationToken">Ends it; nothing is kept then.</param>
    /// <returns>Where it is. Null when it is longer than allowed; nothing is kept then.</returns>
    public async Task<string?> KeepAsync(Guid id, Stream upload, long longest, CancellationToken cancellationToken)
    {
        var kept = PathOf(id);
        var isWhole = false;
        try
        {
            await using var file = PrivateFile.Create(kept);
            isWhole = await CopyAsync(upload, file, longest, cancellationToken);
        }
        finally
        {
            if (!isWhole)
            {
                File.Delete(kept);
            }
        }

        return isWhole ? kept : null;
    }

    /// <summary>Removes what earlier processes left behind.</summary>
    /// <param name="running">An import that runs elsewhere and still needs its file, if there is one.</param>
    public void Clear(Guid? running = null)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        var needed = running is { } id ? PathOf(id) : null;
        foreach (var left in Directory.EnumerateFiles(path, "*" + Extension).Where(file => file != needed))
        {
            File.Delete(left);
        }
    }

    private string PathOf(Guid id) => Path.Combine(path, id.ToString("N") + Extension);

    private static async Task<bool> CopyAsync(Stream from, Stream to, long longest, CancellationToken cancellationToken)
    {
        var buffer = new byte[128 * 1024];
        long length = 0;
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            length += read;
            if (length > longest)
            {
                return false;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return true;
    }
}
