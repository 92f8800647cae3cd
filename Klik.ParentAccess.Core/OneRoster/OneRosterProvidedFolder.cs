using Microsoft.Extensions.FileProviders;

namespace Klik.ParentAccess.Core.OneRoster;

internal sealed class OneRosterProvidedFolder(IFileProvider files, string folder) : OneRosterSource
{
    internal override IReadOnlyList<OneRosterFile> Files()
    {
        var budget = new ByteBudget(Limits);
        return
        [
            .. files.GetDirectoryContents(folder)
                .Where(file => !file.IsDirectory && file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                .Select(file => new OneRosterFile(file.Name, file.Length, () => new BoundedStream(file.CreateReadStream(), file.Name, file.Length, budget))),
        ];
    }
}
