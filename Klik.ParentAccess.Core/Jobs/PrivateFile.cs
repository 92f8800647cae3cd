namespace Klik.ParentAccess.Core.Jobs;

/// <summary>Makes files that only the host's own account can read, for what a job keeps on disk for a while.</summary>
public static class PrivateFile
{
    /// <summary>Makes a file that is not there yet, to be written.</summary>
    /// <param name="path">Its full path; the folder is made when it is needed.</param>
    public static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
