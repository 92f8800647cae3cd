using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>Own accounts, their passkeys and the counts of tries, in each host's database.</summary>
[Trait("Rule", "L5")]
public abstract class OwnAccountStoreConformance(IStoreHost host) : StoreConformance(host)
{
    [Fact]
    public async Task An_account_comes_back_as_it_went_in()
    {
        var account = NewAccount();
        await AddAsync(account);

        Assert.Equal(account, await FindAsync(account.Id));
        Assert.Null(await FindAsync(NewId()));
        Assert.Null(await FindAsync(account.Id, await NewSchoolAsync()));
    }

    [Fact]
    public async Task Of_an_address_the_confirmed_account_and_the_oldest_unconfirmed_one_are_found()
    {
        var (oldest, middle, newest, other) = (NewAccount(), NewAccount(createdAt: Now.AddSeconds(1)), NewAccount(createdAt: Now.AddSeconds(2)), NewAccount("piet@example.nl"));
        await AddAsync(newest, oldest, middle, other);
        Assert.True(await ConfirmAsync(middle));

        var known = await LookAsync(accounts => accounts.OfAddressAsync([Hash("an older key's hash"), middle.AddressHash], Cancel));
        var nobody = await LookAsync(accounts => accounts.OfAddressAsync([Hash("niemand@example.nl")], Cancel));

        Assert.Equal((middle.Id, oldest.Id), (known.Confirmed?.Id, known.Unconfirmed?.Id));
        Assert.Equal(Now, known.Confirmed?.ConfirmedAt);
        Assert.Equal(new OwnAccountsOfAddress(null, null), nobody);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task Of_a_hundred_who_claim_an_address_at_once_one_has_it()
    {
        var accounts = Enumerable.Range(0, 100).Select(_ => NewAccount()).ToArray();
        await AddAsync(accounts);

        var confirmed = await HundredAtOnceAsync((caller, work) => work.OwnAccounts.TryConfirmAsync(accounts[caller].Id, [accounts[caller].AddressHash], Now, Cancel));

        Assert.Single(confirmed, true);
        Assert.False(await CommitAsync(work => work.OwnAccounts.TryConfirmAsync(NewId(), [Hash("jan@example.nl")], Now, Cancel)));
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task Of_two_who_registered_before_and_after_a_change_of_key_one_has_the_address()
    {
        var (before, after) = (NewAccount(), NewAccount() with { AddressHash = Hash("under the next key") });
        await AddAsync(before, after);
        AddressHash[] hashes = [after.AddressHash, before.AddressHash];

        var confirmed = await HundredAtOnceAsync((caller, work) => work.OwnAccounts.TryConfirmAsync((caller % 2 == 0 ? before : after).Id, hashes, Now, Cancel));

        Assert.Single(confirmed, true);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task Of_a_hundred_who_change_a_password_at_once_one_does()
    {
        var account = NewAccount();
        await AddAsync(account);

        var changed = await HundredAtOnceAsync((caller, work) => work.OwnAccounts.TrySetPasswordAsync(account, $"hash {caller}", Now.AddSeconds(1 + caller), Cancel));

        Assert.Single(changed, true);
        var winner = changed.ToList().IndexOf(true);
        var stored = await FindAsync(account.Id);
        Assert.Equal(($"hash {winner}", Now.AddSeconds(1 + winner)), (stored!.PasswordHash, stored.SecuredAt));
        Assert.False(await CommitAsync(work => work.OwnAccounts.TrySecureAsync(account, Now.AddDays(1), Cancel)));
        Assert.True(await CommitAsync(work => work.OwnAccounts.TrySecureAsync(stored, Now.AddDays(1), Cancel)));
    }

    [Fact]
    public async Task A_passkey_belongs_to_one_account_and_goes_with_it()
    {
        var (one, other) = (NewAccount(), NewAccount("piet@example.nl"));
        await AddAsync(one, other);
        var (first, second) = (NewPasskey("first"), NewPasskey("second") with { CreatedAt = Now.AddSeconds(1) });

        Assert.True(await CommitAsync(work => work.OwnAccounts.TryAddPasskeyAsync(one.Id, second, Cancel)));
        Assert.True(await CommitAsync(work => work.OwnAccounts.TryAddPasskeyAsync(one.Id, first, Cancel)));
        Assert.False(await CommitAsync(work => work.OwnAccounts.TryAddPasskeyAsync(other.Id, first, Cancel)));
        await CommitAsync(work => work.OwnAccounts.UpdatePasskeyAsync(one.Id, first with { SignCount = 7, IsBackedUp = true }, Cancel));
        await CommitAsync(work => work.OwnAccounts.UpdatePasskeyAsync(one.Id, first with { SignCount = 5 }, Cancel));

        Assert.Equal([first with { SignCount = 7, IsBackedUp = true }, second], await PasskeysAsync(one));
        Assert.False(await CommitAsync(work => work.OwnAccounts.TryRemovePasskeyAsync(other.Id, "first", Cancel)));
        Assert.True(await CommitAsync(work => work.OwnAccounts.TryRemovePasskeyAsync(one.Id, "first", Cancel)));
        Assert.Equal([second], await PasskeysAsync(one));
        await CommitAsync(work => work.OwnAccounts.RemoveAsync(one.Id, Cancel));
        Assert.Empty(await PasskeysAsync(one));
        Assert.True(await CommitAsync(work => work.OwnAccounts.TryAddPasskeyAsync(other.Id, second, Cancel)));
        await CommitAsync(work => work.OwnAccounts.RemovePasskeysAsync(other.Id, Cancel));
        Assert.Empty(await PasskeysAsync(other));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task What_gives_no_access_goes_after_its_time_and_what_does_stays()
    {
        var (young, old, confirmed, oldConfirmed, linked) = (
            NewAccount("1@x.nl", Now.AddDays(-2)), NewAccount("2@x.nl", Now.AddDays(-4)), NewAccount("3@x.nl", Now.AddDays(-4)),
            NewAccount("4@x.nl", Now.AddDays(-31)), NewAccount("5@x.nl", Now.AddDays(-500)));
        await AddAsync(young, old, confirmed, oldConfirmed, linked);
        Assert.True(await ConfirmAsync(confirmed));
        Assert.True(await ConfirmAsync(oldConfirmed));
        await CommitAsync(work => work.OwnAccounts.TryAddPasskeyAsync(old.Id, NewPasskey("of the old one"), Cancel));
        await CommitAsync(work => work.Accounts.GetOrCreateAsync(
            NewParent(linked.Id.ToString()) with { Issuer = OwnAccount.Issuer, Provider = ExternalProvider.OwnAccount }, Cancel));

        var removed = await CommitAsync(work => work.OwnAccounts.RemoveWithoutParentAsync(Now.AddDays(-3), Now.AddDays(-30), Cancel));

        Assert.Equal(2, removed);
        Guid[] left = [young.Id, confirmed.Id, linked.Id];
        foreach (var account in new[] { young, old, confirmed, oldConfirmed, linked })
        {
            Assert.Equal(left.Contains(account.Id), await FindAsync(account.Id) is not null);
        }

        Assert.Empty(await PasskeysAsync(old));
    }

    private static OwnAccount NewAccount(string address = "jan@example.nl", DateTimeOffset? createdAt = null) => new(
        NewId(),
        new ProtectedText("sealed name"),
        new ProtectedText($"sealed {address}"),
        Hash(address),
        "nl",
        createdAt ?? Now,
        ConfirmedAt: null,
        "hash",
        createdAt ?? Now);

    private static Passkey NewPasskey(string id) => new(id, "public key", 0, IsBackupEligible: true, IsBackedUp: false, Now);

    private Task AddAsync(params OwnAccount[] accounts) => CommitAsync(async work =>
    {
        foreach (var account in accounts)
        {
            await work.OwnAccounts.AddAsync(account, Cancel);
        }
    });

    private Task<bool> ConfirmAsync(OwnAccount account) => CommitAsync(work => work.OwnAccounts.TryConfirmAsync(account.Id, [account.AddressHash], Now, Cancel));

    private Task<OwnAccount?> FindAsync(Guid id, School? school = null) => LookAsync(accounts => accounts.FindAsync(id, Cancel), school);

    private Task<IReadOnlyList<Passkey>> PasskeysAsync(OwnAccount account) => LookAsync(accounts => accounts.PasskeysAsync(account.Id, Cancel));

    private async Task<T> LookAsync<T>(Func<IOwnAccountStore, Task<T>> look, School? school = null)
    {
        await using var scope = Host.BeginScope(school ?? School);
        return await look(scope.ServiceProvider.GetRequiredService<IOwnAccountStore>());
    }
}
