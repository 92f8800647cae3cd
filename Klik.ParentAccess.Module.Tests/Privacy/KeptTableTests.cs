using System.Text.RegularExpressions;
using Klik.ParentAccess.Module.Tests.Storage;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Module.Tests.Privacy;

/// <summary>The table of what is kept in docs/orchard-database.md is the whole truth.</summary>
[Collection<SqliteSites>]
[Trait("Rule", "I13")]
public sealed partial class KeptTableTests(SqliteSiteHost host) : SiteTests(host)
{
    [Fact]
    public async Task What_the_table_says_is_kept_is_what_the_database_has()
    {
        var told = Told();
        var kept = await InSiteAsync(services => services.GetRequiredService<TenantDatabase>().QueryAsync(
            $"""
            SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND (m.name LIKE 'KlikParentAccess%' OR m.name LIKE '%InvitationPart%' OR m.name LIKE '%LetterPart%')
            """,
            row => row.GetString(0),
            Cancel));

        Assert.NotEmpty(kept);
        Assert.Empty(kept.Except(told));
        Assert.Empty(told.Except(kept));
    }

    private static List<string> Told()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "docs", "orchard-database.md")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("docs/orchard-database.md is not above the tests.");
        }

        var lines = File.ReadAllLines(Path.Combine(folder.FullName, "docs", "orchard-database.md"));
        return [.. lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Column().Matches(line).Select(match => match.Groups[1].Value))];
    }

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex Column();
}
