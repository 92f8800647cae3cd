using System.Text.RegularExpressions;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>The table of what is kept in docs/privacy.md is the whole truth (rule I13).</summary>
public sealed partial class PrivacyTableTests(RunningPortal portal)
{
    [Fact]
    [Trait("Rule", "I13")]
    public async Task What_the_table_says_is_kept_is_what_the_database_has()
    {
        var told = Told();
        IReadOnlyCollection<string> kept = await KeptAsync();

        Assert.Empty(kept.Except(told));
        Assert.Empty(told.Except(kept));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task No_column_could_hold_a_password_or_a_token_but_the_hash_of_an_own_account()
    {
        var kept = await KeptAsync();

        Assert.Single(kept, "own_accounts.password_hash");
        Assert.DoesNotContain(kept, column => column != "own_accounts.password_hash" && Secret().IsMatch(column));
        Assert.DoesNotContain(kept, column => column.StartsWith("accounts.email", StringComparison.Ordinal));
    }

    private async Task<List<string>> KeptAsync()
    {
        var school = await portal.NewSchoolAsync();
        List<string> columns = [];
        await school.InSchoolAsync(services =>
        {
            // The design-time-free model is the one that the migrations are held against, table by table, in MigrationTests.
            var model = services.GetRequiredService<ParentAccessDbContext>().Model.GetRelationalModel();
            columns.AddRange(model.Tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}")));
            return Task.CompletedTask;
        });
        return columns;
    }

    private static List<string> Told()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "docs", "privacy.md")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("docs/privacy.md is not above the tests.");
        }

        var lines = File.ReadAllLines(Path.Combine(folder.FullName, "docs", "privacy.md"));
        return [.. lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Column().Matches(line).Select(match => match.Groups[1].Value))];
    }

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex Column();

    [GeneratedRegex("password|token|secret|phone|refresh", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
