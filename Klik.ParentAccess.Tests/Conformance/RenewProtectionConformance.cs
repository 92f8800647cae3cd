using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What is stored comes to the newest key, in each host's database: <see cref="RenewProtection"/> on <see cref="IProtectedRows"/>.</summary>
[Trait("Rule", "I13")]
public abstract class RenewProtectionConformance(IStoreHost host) : LetterConformance(host)
{
    private const string Address = "Jan.Jansen@example.nl";

    private static readonly SchoolKey Second = new(2, Enumerable.Repeat((byte)2, 32).ToArray());

    [Fact]
    public async Task Everything_comes_to_the_newest_key_and_nothing_else_changes()
    {
        var (before, _, after) = await KeysAsync();
        var open = Invite(before, Emma);
        await AddAsync(open);
        var expired = await ExpiredAsync(Invite(before, Daan) with { ExpiresAt = Now });
        var account = await NewAccountAsync(before);
        var link = await LinkAsync(before, account);
        var (confirmed, unconfirmed) = (Register(before), Register(before, "piet@example.nl"));
        await RegisterAsync(confirmed, unconfirmed);
        Assert.True(await ConfirmAsync(confirmed, [confirmed.AddressHash]));

        var result = await RenewAsync();
        var again = await RenewAsync();

        Assert.Equal((6, 0, 0), (result.Renewed, result.Left, result.Letters));
        Assert.True((again with { Logins = 0 }).IsNothing);
        Assert.Equal(open, Renewed(after, (await FindAsync(open))!, "Jan", Address) with { Name = open.Name, Address = open.Address, AddressHash = open.AddressHash });
        Assert.Equal(expired, Renewed(after, (await FindAsync(expired))!, "Jan", null) with { Name = expired.Name });
        var linked = (await LookAsync(store => store.FindLinkAsync(link.Id, Cancel)))!;
        Assert.Equal(("Jan", Address), (after.Unprotect(linked.Link.Name), after.Unprotect(linked.Account.Address!)));
        Assert.Equal(link, linked.Link with { Name = link.Name });
        Assert.Equal(account, linked.Account with { Address = account.Address, AddressHash = account.AddressHash });
        Assert.Equal(Hashed(after), linked.Account.AddressHash);
        var own = (await LookAsync(accounts => accounts.OfAddressAsync([Hashed(after)], Cancel))).Confirmed!;
        Assert.Equal(("Jan", Address), (after.Unprotect(own.Name), after.Unprotect(own.Address)));
        Assert.Equal(
            confirmed with { ConfirmedAt = Now },
            own with { Name = confirmed.Name, Address = confirmed.Address, AddressHash = confirmed.AddressHash });
    }

    [Fact, Trait("Rule", "I10")]
    public async Task What_was_stored_before_is_found_and_unique_once_the_old_key_is_gone()
    {
        var (before, _, after) = await KeysAsync();
        var (open, account, own) = (Invite(before, Emma), await NewAccountAsync(before), Register(before));
        await AddAsync(open);
        await RegisterAsync(own);
        Assert.True(await ConfirmAsync(own, [own.AddressHash]));

        await RenewAsync();
        var (again, other) = (Invite(after, Emma), Register(after));
        await RegisterAsync(other);
        await CommitAsync(work => work.Accounts.RenameByAddressAsync([Hashed(after)], Name("Jan de Vries"), Now.AddDays(1), Cancel));

        Assert.False(await AddAsync(again));
        Assert.False(await ConfirmAsync(other, [other.AddressHash]));
        Assert.Equal([open.Id], (await OpenForAsync([Hashed(after)])).Select(invitation => invitation.Id));
        Assert.Equal("Jan de Vries", (await LookAsync(store => store.FindAccountAsync(account.Id, Cancel)))!.UserName);
    }

    [Fact, Trait("Rule", "P7")]
    public async Task Two_who_renew_beside_requests_renew_each_row_once_and_everything_is_found_all_the_while()
    {
        const int Many = 130;
        var (before, during, after) = await KeysAsync();
        var invitations = Enumerable.Range(0, Many).Select(number => Invite(before, Emma, $"ouder{number}@example.nl")).ToList();
        await CommitAsync(async work =>
        {
            foreach (var invitation in invitations)
            {
                Assert.True(await work.Invitations.TryAddAsync(invitation, [invitation.AddressHash!], Cancel));
            }
        });

        var renewing = Task.WhenAll(Task.Run(RenewAsync, Cancel), Task.Run(RenewAsync, Cancel));
        var deleted = 0;
        for (var number = 0; number < Many && (number < 10 || !renewing.IsCompleted); number++)
        {
            Assert.Equal([invitations[number].Id], (await OpenForAsync(during.HashesOfTyped(Parse($"ouder{number}@example.nl")))).Select(found => found.Id));
            deleted += await CommitAsync(work => work.Invitations.TryDeleteAsync(Emma, invitations[number].Id, Cancel)) ? 1 : 0;
            Assert.Equal(number + 1, deleted);
        }

        var results = await renewing;
        await RenewAsync();

        var left = await LookAsync(store => store.InvitationsOfStudentAsync(Emma, Cancel));
        Assert.Equal(Many - deleted, left.Count);
        Assert.All(left, invitation => Assert.Equal("Jan", after.Unprotect(invitation.Name)));
        Assert.InRange(results.Sum(result => result.Renewed), 1, Many);
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_row_that_was_changed_since_it_was_read_stays_as_it_is()
    {
        var (before, during, _) = await KeysAsync();
        var account = await NewAccountAsync(before);
        var read = Assert.Single(await RowsAsync(rows => rows.ListAsync(ProtectedTable.Accounts, Second.Version, null, 10, Cancel)));
        var newer = before.Protect("jan@elders.example");
        await CommitAsync(work => work.Accounts.SetAddressAsync(account.Id, newer, Hash("newer"), Name("Jan"), Now, Cancel));

        var replaced = await RowsAsync(rows => rows.ReplaceAsync(
            ProtectedTable.Accounts, [new RenewedRow(read, null, during.Protect(Address), Hashed(during), [])], Cancel));

        Assert.Equal(0, replaced);
        Assert.Equal(newer, (await LookAsync(store => store.FindAccountAsync(account.Id, Cancel)))!.Address);
    }

    [Fact]
    public async Task What_cannot_be_read_is_counted_and_keeps_nothing_else_from_being_renewed()
    {
        var (before, _, after) = await KeysAsync();
        var lost = new PersonalData(new FakeSchoolContext { Versions = [new SchoolKey(9, Second.Secret)] });
        var unreadable = await LinkAsync(lost, await NewAccountAsync(lost, "lost"));
        var readable = await LinkAsync(before, await NewAccountAsync(before, "jan"));

        var result = await RenewAsync();

        // The link and the account's address.
        Assert.Equal((2, 2), (result.Renewed, result.Left));
        Assert.Equal(unreadable, (await LookAsync(store => store.FindLinkAsync(unreadable.Id, Cancel)))!.Link);
        Assert.Equal("Jan", after.Unprotect((await LookAsync(store => store.FindLinkAsync(readable.Id, Cancel)))!.Link.Name));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_row_whose_place_is_taken_under_the_newest_key_is_left()
    {
        var (before, during, _) = await KeysAsync();
        foreach (var keys in new[] { before, during })
        {
            var own = Register(keys);
            Assert.True(await AddAsync(Invite(keys, Emma)));
            await RegisterAsync(own);
            Assert.True(await ConfirmAsync(own, [own.AddressHash]));
        }

        var result = await RenewAsync();

        Assert.Equal((0, 2), (result.Renewed, result.Left));
    }

    [Fact, Trait("Rule", "P4")]
    public async Task Letters_under_an_older_key_are_counted_until_they_expire()
    {
        await AddAsync(NewLetter(Emma));
        await AddAsync(NewLetter(Daan) with { KeyVersion = Second.Version, Code = new CodeHash($"2.{new string('_', 43)}") });

        var (good, expired) = (await RenewAsync(Now), await RenewAsync(Now.AddDays(30)));

        Assert.Equal((1, 0), (good.Letters, expired.Letters));
        Assert.NotNull(await FindAsync(NewLetter(Emma).Code));
    }

    private static EmailAddress Parse(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException("No address.", nameof(text));

    private static AddressHash Hashed(PersonalData keys, string address = Address) => keys.HashTyped(Parse(address));

    private static Invitation Invite(PersonalData keys, StudentId student, string address = Address) =>
        NewInvitation(student, address) with { Name = keys.Protect("Jan"), Address = keys.Protect(address), AddressHash = Hashed(keys, address), ResentAt = Now.AddHours(1) };

    private static OwnAccount Register(PersonalData keys, string address = Address) => new(
        NewId(), keys.Protect("Jan"), keys.Protect(address), Hashed(keys, address), "nl", Now, ConfirmedAt: null, "hash", Now.AddMinutes(1));

    private static Invitation Renewed(PersonalData keys, Invitation found, string name, string? address)
    {
        Assert.Equal((name, address), (keys.Unprotect(found.Name), found.Address is null ? null : keys.Unprotect(found.Address)));
        Assert.Equal(address is null ? null : Hashed(keys, address), found.AddressHash);
        return found;
    }

    // Under the host's own key, under that and a newer one, and under the newer one alone.
    private async Task<(PersonalData Before, PersonalData During, PersonalData After)> KeysAsync()
    {
        var first = await FirstKeyAsync();
        return (Of(first), Of(Second, first), Of(Second));

        static PersonalData Of(params SchoolKey[] versions) => new(new FakeSchoolContext { Versions = versions });
    }

    private async Task<SchoolKey> FirstKeyAsync()
    {
        await using var scope = Host.BeginScope(School);
        return Assert.Single(scope.ServiceProvider.GetRequiredService<ISchoolKeys>().Versions);
    }

    private Task<RenewProtectionResult> RenewAsync() => RenewAsync(Now);

    private async Task<RenewProtectionResult> RenewAsync(DateTimeOffset now)
    {
        var keys = new FakeSchoolContext { Versions = [Second, await FirstKeyAsync()] };
        await using var scope = Host.BeginScope(School);
        var services = scope.ServiceProvider;
        var renew = new RenewProtection(
            services.GetRequiredService<IProtectedRows>(),
            new PersonalData(keys),
            services.GetRequiredService<ICurrentSchool>(),
            new FixedClock { Start = now },
            NullLogger<RenewProtection>.Instance,
            services.GetRequiredService<ILetters>());
        return await renew.ExecuteAsync(Cancel);
    }

    private async Task<T> RowsAsync<T>(Func<IProtectedRows, Task<T>> use)
    {
        await using var scope = Host.BeginScope(School);
        return await use(scope.ServiceProvider.GetRequiredService<IProtectedRows>());
    }

    private async Task<T> LookAsync<T>(Func<IOwnAccountStore, Task<T>> look)
    {
        await using var scope = Host.BeginScope(School);
        return await look(scope.ServiceProvider.GetRequiredService<IOwnAccountStore>());
    }

    private async Task<Invitation> ExpiredAsync(Invitation invitation)
    {
        await AddAsync(invitation);
        await CommitAsync(work => work.Invitations.ExpireAsync(Now, Cancel));
        return invitation with { Address = null, AddressHash = null };
    }

    private Task<ParentAccount> NewAccountAsync(PersonalData keys, string subject = "jan") => CommitAsync(work => work.Accounts.GetOrCreateAsync(
        NewParent(subject) with { Address = keys.Protect(Address), AddressHash = Hashed(keys) }, Cancel));

    private async Task<Link> LinkAsync(PersonalData keys, ParentAccount account)
    {
        var link = NewLink(account.Id, Emma) with { Name = keys.Protect("Jan") };
        Assert.True(await CommitAsync(work => work.Links.TryAddAsync(link, Cancel)));
        return link;
    }

    private Task RegisterAsync(params OwnAccount[] accounts) => CommitAsync(async work =>
    {
        foreach (var account in accounts)
        {
            await work.OwnAccounts.AddAsync(account, Cancel);
        }
    });

    private Task<bool> ConfirmAsync(OwnAccount account, IReadOnlyList<AddressHash> hashes) =>
        CommitAsync(work => work.OwnAccounts.TryConfirmAsync(account.Id, hashes, Now, Cancel));

    private Task<IReadOnlyList<Invitation>> OpenForAsync(IReadOnlyList<AddressHash> hashes) =>
        CommitAsync(work => work.Invitations.OpenForAddressAsync(hashes, Now, Cancel));
}
