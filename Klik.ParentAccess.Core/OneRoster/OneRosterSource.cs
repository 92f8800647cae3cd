using System.Reflection;
using Microsoft.Extensions.FileProviders;

namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>Where an import is read from: a folder, a zip file or files that come with a program. Nothing is opened before the
/// import reads it, and no file is ever unpacked to disk.</summary>
public abstract class OneRosterSource : IDisposable
{
    /// <summary>The folder or zip file at a path.</summary>
    public static OneRosterSource FromPath(string path, OneRosterLimits? limits = null) =>
        Directory.Exists(path) ? new OneRosterFolder(path, limits ?? new()) : new OneRosterZip(path, limits ?? new());

    /// <summary>The embedded resources of an assembly whose names begin with a prefix; the rest of the name is the file's.</summary>
    public static OneRosterSource FromResources(Assembly assembly, string prefix) => new OneRosterResources(assembly, prefix);

    /// <summary>The files of a folder that a host serves, which may be embedded or on disk.</summary>
    public static OneRosterSource FromFolder(IFileProvider files, string folder) => new OneRosterProvidedFolder(files, folder);

    /// <summary>Bounds for the rows of this source.</summary>
    internal virtual OneRosterLimits Limits { get; } = new();

    /// <summary>The CSV files by name, without regard to the folder that they are in.</summary>
    /// <exception cref="BrokenImportException">They cannot be read.</exception>
    internal abstract IReadOnlyList<OneRosterFile> Files();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what was opened.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
