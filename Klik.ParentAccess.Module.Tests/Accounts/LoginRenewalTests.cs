using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Module.Tests.Storage;
using Klik.ParentAccess.Services.Accounts;
using Klik.ParentAccess.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Klik.ParentAccess.Module.Tests.Accounts;

/// <summary>Of a login the module keeps a keyed hash alone, which comes to the newest key too.</summary>
[Collection<SqliteSites>]
[Trait("Rule", "I13")]
[Trait("Rule", "P1")]
public sealed class LoginRenewalTests(SqliteSiteHost host) : SiteTests(host)
{
    private static readonly SchoolKey Second = new(2, Enumerable.Repeat((byte)2, 32).ToArray());

    [Fact]
    public async Task A_parent_who_signs_in_is_known_under_the_newest_key_from_then_on()
    {
        var first = await FirstKeyAsync();
        var account = await NewAccountAsync("jan");
        var parent = NewParent("jan");
        var before = await CountAsync();

        await WithKeysAsync([Second, first], async accounts =>
        {
            await accounts.RenewLoginAsync(parent.Issuer, parent.Subject, Cancel);
            return true;
        });

        Assert.Equal((1, 0), (before, await CountAsync()));
        Assert.Equal(account, await WithKeysAsync([Second], accounts => accounts.FindAsync(parent.Issuer, parent.Subject, Cancel)));
        Assert.Null(await WithKeysAsync([first], accounts => accounts.FindAsync(parent.Issuer, parent.Subject, Cancel)));
    }

    [Fact]
    public async Task The_parent_of_an_account_at_the_school_comes_with_it()
    {
        var first = await FirstKeyAsync();
        var keys = new PersonalData(new FakeSchoolContext { Versions = [first] });
        Assert.True(EmailAddress.TryParse("jan@example.nl", out var address));
        var own = new OwnAccount(NewId(), keys.Protect("Jan"), keys.Protect(address.Value), keys.HashTyped(address), "nl", Now, null, "hash", Now);
        await CommitAsync(work => work.OwnAccounts.AddAsync(own, Cancel));
        var account = await CommitAsync(work => work.Accounts.GetOrCreateAsync(
            NewParent(own.Id.ToString()) with { Issuer = OwnAccount.Issuer, Provider = ExternalProvider.OwnAccount }, Cancel));

        await using var scope = Host.BeginScope(School);
        var renew = new RenewProtection(
            scope.ServiceProvider.GetRequiredService<IProtectedRows>(),
            new PersonalData(new FakeSchoolContext { Versions = [Second, first] }),
            scope.ServiceProvider.GetRequiredService<ICurrentSchool>(),
            TimeProvider.System,
            NullLogger<RenewProtection>.Instance);
        var result = await renew.ExecuteAsync(Cancel);

        Assert.Equal(new RenewProtectionResult(1, 0, 0, 0), result);
        Assert.Equal(account, await WithKeysAsync([Second], accounts => accounts.FindAsync(OwnAccount.Issuer, own.Id.ToString(), Cancel)));
    }

    private async Task<SchoolKey> FirstKeyAsync()
    {
        await using var scope = Host.BeginScope(School);
        return Assert.Single(scope.ServiceProvider.GetRequiredService<ISchoolKeys>().Versions);
    }

    private Task<T> WithKeysAsync<T>(IReadOnlyList<SchoolKey> keys, Func<IParentAccounts, Task<T>> use) => InSiteAsync(services =>
        use(ActivatorUtilities.CreateInstance<OrchardParentAccounts>(services, new PersonalData(new FakeSchoolContext { Versions = keys }))));

    private Task<int> CountAsync() => InSiteAsync(services => services.GetRequiredService<IProtectedRows>().CountLoginsAsync(Second.Version, Cancel));
}
