using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Module.Tests.Storage;
using Klik.ParentAccess.Records;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Services.StudentRecords;
using Klik.ParentAccess.Tests.StudentRecords;

namespace Klik.ParentAccess.Module.Tests.StudentRecords;

/// <summary>
/// Summaries that a site remembers between requests. What was read from the tables and what was remembered is told apart by a score
/// that is changed past the import, which nobody is told of.
/// </summary>
public abstract class RememberedSummaryTests(SiteStoreHost host) : ImportedSchool(host)
{
    private const decimal Imported = 8m;
    private const decimal Changed = 3m;

    [Fact]
    public async Task A_second_request_does_not_ask_for_summaries_again()
    {
        await ImportAsync();
        var account = await LinkedParentAsync();

        var first = await LookAsync(account);
        await ChangeScoreAsync(School);
        var second = await LookAsync(account);

        Assert.Equal([Imported, Imported], [first, second]);
    }

    [Fact]
    [Trait("Rule", "I14")]
    public async Task What_another_process_imports_is_seen_at_once()
    {
        await ImportAsync();
        var account = await LinkedParentAsync();

        var first = await LookAsync(account);
        await ChangeScoreAsync(School);
        // All that another process leaves of its import where this one looks.
        await InTransactionAsync(School, services => services.GetRequiredService<RecordsVersion>().RaiseAsync(Cancel));
        var second = await LookAsync(account);

        Assert.Equal([Imported, Changed], [first, second]);
    }

    [Fact]
    [Trait("Rule", "I14")]
    public async Task An_import_that_is_given_up_changes_nothing_of_what_is_seen()
    {
        await ImportAsync();
        var account = await LinkedParentAsync();
        var first = await LookAsync(account);

        await using (var scope = Host.BeginScope(School))
        {
            await using var transaction = await scope.ServiceProvider.GetRequiredService<IRecordDatabase>().BeginImportAsync(Cancel);
            await scope.ServiceProvider.GetRequiredService<RecordsVersion>().RaiseAsync(Cancel);
        }

        await ChangeScoreAsync(School);
        var second = await LookAsync(account);

        Assert.Equal([Imported, Imported], [first, second]);
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task Withdrawn_consent_hides_what_is_remembered()
    {
        await ImportAsync();
        var account = await LinkedParentAsync();
        var before = await CardsAsync(account);

        await AskAsync(async (WithdrawConsent withdraw) => await withdraw.ExecuteAsync(Student("s1"), before![0].Student.LinkId, Cancel));
        var after = await CardsAsync(account);

        Assert.Equal(Imported, Assert.Single(before!).Summary.LatestGrade!.Score);
        Assert.Null(after);
    }

    [Fact]
    public async Task Schools_do_not_share_what_they_remember()
    {
        var other = await Host.NewSchoolAsync();
        await ImportAsync();
        await RunAsync(other);
        var account = await LinkedParentAsync();
        var accountElsewhere = await LinkedParentAsync(other);
        await ChangeScoreAsync(other);

        var here = await LookAsync(account);
        var elsewhere = await LookAsync(accountElsewhere, other);

        Assert.Equal([Imported, Changed], [here, elsewhere]);
    }

    private Task<string> LinkedParentAsync(School? school = null) => AskAsync(
        async (IParentAccessStore store) =>
        {
            var now = Clock.GetUtcNow();
            Assert.Null(PersonName.TryParse("Jan", out var name));
            await using var work = await store.BeginAsync(Cancel);
            var account = await work.Accounts.GetOrCreateAsync(
                new NewParent("https://issuer.example", "jan", ExternalProvider.Google, name, now, null, null, null), Cancel);
            Assert.True(await work.Links.TryAddAsync(new Link(Guid.CreateVersion7(now), Student("s1"), account.Id, new ProtectedText("Jan"), LinkOrigin.Invitation, now), Cancel));
            await work.CommitAsync(Cancel);
            return account.Id;
        },
        school);

    private async Task<decimal?> LookAsync(string account, School? school = null) =>
        Assert.Single((await CardsAsync(account, school))!).Summary.LatestGrade?.Score;

    private Task<IReadOnlyList<StudentCard>?> CardsAsync(string account, School? school = null) =>
        AskAsync((ParentOverview overview) => overview.ExecuteAsync(account, Cancel), school);

    private Task ChangeScoreAsync(School school) => InTransactionAsync(school, services =>
    {
        var results = new SqlName(services.GetRequiredService<RecordTables>()[RecordTable.Results]);
        return services.GetRequiredService<TenantDatabase>().ExecuteAsync($"UPDATE {results} SET score = 3 WHERE student_id = {"s1"}", Cancel);
    });

    private async Task InTransactionAsync(School school, Func<IServiceProvider, Task> work)
    {
        await using var scope = Host.BeginScope(school);
        await scope.ServiceProvider.GetRequiredService<TenantTransactions>().JoinAsync(
            async () =>
            {
                await work(scope.ServiceProvider);
                return true;
            },
            Cancel);
    }
}
