namespace Klik.ParentAccess.Core.OneRoster;

internal sealed class OneRosterFolder(string path, OneRosterLimits limits) : OneRosterSource
{
    internal override OneRosterLimits Limits => limits;

    internal override IReadOnlyList<OneRosterFile> Files()
    {
        var budget = new ByteBudget(limits);
        return
        [
            .. new DirectoryInfo(path)
                .EnumerateFiles("*", new EnumerationOptions { MatchType = MatchType.Simple })
                .Where(file => file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase))
                .Select(file => new OneRosterFile(file.Name, file.Length, () => new BoundedStream(Open(file), file.Name, file.Length, budget))),
        ];
    }

    private static FileStream Open(FileInfo file) =>
        new(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan);
}
