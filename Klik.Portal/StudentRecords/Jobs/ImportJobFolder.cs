namespace Klik.Portal.StudentRecords.Jobs;

/// <summary>Where an uploaded file waits for its import: readable by the portal's own account alone, and gone afterwards.</summary>
internal sealed class ImportJobFolder(IHostEnvironment environment)
{
    private const string Folder = "App_Data/imports";

    private string Root => Path.GetFullPath(Folder, environment.ContentRootPath);

    /// <summary>Keeps an upload.</summary>
    /// <returns>Null when it is longer than allowed; nothing is kept then.</returns>
    public async Task<string?> KeepAsync(Guid id, Stream upload, long longest, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Root);
        var path = Path.Combine(Root, $"{id:N}.zip");
        var isWhole = false;
        try
        {
            await using var file = new FileStream(path, Options());
            isWhole = await CopyAsync(upload, file, longest, cancellationToken);
        }
        finally
        {
            if (!isWhole)
            {
                File.Delete(path);
            }
        }

        return isWhole ? path : null;
    }

    /// <summary>Removes what an earlier process left behind.</summary>
    public void Clear()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

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
