using System.Reflection;

namespace Klik.ParentAccess.Core.OneRoster;

internal sealed class OneRosterResources(Assembly assembly, string prefix) : OneRosterSource
{
    internal override IReadOnlyList<OneRosterFile> Files() =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => new OneRosterFile(name[prefix.Length..], Length(name), () => assembly.GetManifestResourceStream(name)!)),
    ];

    private long Length(string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return stream.Length;
    }
}
