using System.Data.Common;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Tests.Conformance;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Connections;
using Klik.Portal.Storage.Throttling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Storage;

/// <summary>What the portal's statements that are written by hand keep to, on one database.</summary>
public abstract class StatementRules(PortalStoreHost host) : StoreConformance(host)
{
    private const string CountOne = "INSERT INTO attempt_counts (school_id, counted_by, attempts, ends_at, latest_at) VALUES (@school, 'one', 1, 1, 1)";

    private const string ForgetOne = "DELETE FROM attempt_counts WHERE school_id = @school AND counted_by = 'one'";

    [Fact]
    public async Task One_that_names_no_school_is_refused()
    {
        await using var scope = Host.BeginScope(School);
        var statements = scope.ServiceProvider.GetRequiredService<Statements>();

        await Assert.ThrowsAsync<ArgumentException>(() => statements.ExecuteAsync(new Statement("DELETE FROM attempt_counts"), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => statements.AnyAsync(new Statement("SELECT 1 FROM attempt_counts"), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => statements.PutOffAsync(new Statement("DELETE FROM attempt_counts"), Cancel));
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
    public async Task Several_happen_together_or_not_at_all()
    {
        await using (var scope = Host.BeginScope(School))
        {
            var transactions = scope.ServiceProvider.GetRequiredService<StoreTransactions>();

            await Assert.ThrowsAnyAsync<DbException>(() => transactions.ExecuteAsync([new Statement(CountOne), new Statement(CountOne)], Cancel));
        }

        Assert.Equal(0, await CountAsync());
    }

    [Theory, Trait("Rule", "P7")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_is_put_off_happens_with_the_transaction_alone(bool commits)
    {
        await using (var scope = Host.BeginScope(School))
        {
            await using var work = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().BeginAsync(Cancel);
            await scope.ServiceProvider.GetRequiredService<Statements>().PutOffAsync(new Statement(CountOne), Cancel);
            if (commits)
            {
                await work.CommitAsync(Cancel);
            }
        }

        Assert.Equal(commits ? 1 : 0, await CountAsync());
    }

    [Fact, Trait("Rule", "P7")]
    public async Task What_is_put_off_is_there_for_whoever_asks_next()
    {
        await using var scope = Host.BeginScope(School);
        var statements = scope.ServiceProvider.GetRequiredService<Statements>();
        await using var work = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().BeginAsync(Cancel);

        await statements.PutOffAsync(new Statement(CountOne), Cancel);
        Assert.True(await statements.AnyAsync(new Statement("SELECT 1 FROM attempt_counts WHERE school_id = @school AND attempts = 1"), Cancel));
        await statements.PutOffAsync(new Statement(ForgetOne), Cancel);
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Set<AttemptCountRow>().CountAsync(Cancel));
        await statements.PutOffAsync(new Statement(CountOne), Cancel);
        await using (var connection = await scope.ServiceProvider.GetRequiredService<ScopeTransaction>().OpenAsync(Cancel))
        {
            await using var command = connection.Command("SELECT COUNT(*) FROM attempt_counts WHERE school_id = @school", ("@school", statements.SchoolId));
            Assert.Equal(1L, await command.ExecuteScalarAsync(Cancel));
        }

        await statements.PutOffAsync(new Statement(ForgetOne), Cancel);
        Assert.Equal(1, await statements.ExecuteAsync(new Statement(CountOne), Cancel));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task When_one_that_is_put_off_fails_nothing_happens()
    {
        await using (var scope = Host.BeginScope(School))
        {
            var statements = scope.ServiceProvider.GetRequiredService<Statements>();

            await Assert.ThrowsAnyAsync<DbException>(async () =>
            {
                await using var work = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().BeginAsync(Cancel);
                await statements.ExecuteAsync(new Statement(CountOne), Cancel);
                await statements.PutOffAsync(new Statement(CountOne), Cancel);
                await work.CommitAsync(Cancel);
            });

            // The scope can go on.
            await using var next = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().BeginAsync(Cancel);
            Assert.False(await statements.AnyAsync(new Statement("SELECT 1 FROM attempt_counts WHERE school_id = @school"), Cancel));
        }

        Assert.Equal(0, await CountAsync());
    }

    private async Task<int> CountAsync()
    {
        await using var scope = Host.BeginScope(School);
        return await scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Set<AttemptCountRow>().CountAsync(Cancel);
    }
}
