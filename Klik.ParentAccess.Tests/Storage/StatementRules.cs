using System.Data.Common;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Tests.Conformance;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Throttling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Storage;

/// <summary>What the portal's statements that are written by hand keep to, on one database.</summary>
public abstract class StatementRules(PortalStoreHost host) : StoreConformance(host)
{
    private const string CountOne = "INSERT INTO attempt_counts (school_id, counted_by, attempts, ends_at, latest_at) VALUES (@school, 'one', 1, 1, 1)";

    [Fact]
    public async Task One_that_names_no_school_is_refused()
    {
        await using var scope = Host.BeginScope(School);
        var statements = scope.ServiceProvider.GetRequiredService<Statements>();

        await Assert.ThrowsAsync<ArgumentException>(() => statements.ExecuteAsync(new Statement("DELETE FROM attempt_counts"), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => statements.AnyAsync(new Statement("SELECT 1 FROM attempt_counts"), Cancel));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task They_and_Entity_Framework_are_in_one_transaction()
    {
        await using (var scope = Host.BeginScope(School))
        {
            await using var work = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().BeginAsync(Cancel);
            await scope.ServiceProvider.GetRequiredService<Statements>().ExecuteAsync(new Statement(CountOne), Cancel);

            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Set<AttemptCountRow>().CountAsync(Cancel));
        }

        Assert.Equal(0, await CountAsync());
    }

    [Fact, Trait("Rule", "P7")]
    public async Task Several_in_one_text_happen_together_or_not_at_all()
    {
        await using (var scope = Host.BeginScope(School))
        {
            var transactions = scope.ServiceProvider.GetRequiredService<StoreTransactions>();

            await Assert.ThrowsAnyAsync<DbException>(() => transactions.ExecuteAsync(new Statement($"{CountOne};\n{CountOne}"), Cancel));
        }

        Assert.Equal(0, await CountAsync());
    }

    private async Task<int> CountAsync()
    {
        await using var scope = Host.BeginScope(School);
        return await scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Set<AttemptCountRow>().CountAsync(Cancel);
    }
}
