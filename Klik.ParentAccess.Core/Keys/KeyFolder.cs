namespace Klik.ParentAccess.Core.Keys;

/// <summary>The folder with the keys; nobody but the host's own user gets in.</summary>
/// <param name="path">The whole path.</param>
public sealed class KeyFolder(string path)
{
    /// <summary>The folder, which is there.</summary>
    public DirectoryInfo Directory { get; } = OperatingSystem.IsWindows()
        ? System.IO.Directory.CreateDirectory(path)
        : System.IO.Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
