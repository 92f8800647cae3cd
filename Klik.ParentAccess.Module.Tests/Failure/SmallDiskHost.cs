using Klik.ParentAccess.Tests.Processes;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>A host with one school whose files, the database among them, are on a small disk.</summary>
internal sealed class SmallDiskHost(SmallDisk disk) : SqliteHost
{
    public override ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FolderOf("Default"))!);
        Directory.CreateSymbolicLink(FolderOf("Default"), disk.Path);
        return base.InitializeAsync();
    }
}
