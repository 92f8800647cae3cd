using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>Nothing of one school is seen, changed or in the way in another, through any method, with the very same ids.</summary>
[Trait("Rule", "P7")]
[Trait("Rule", "I9")]
public abstract class SchoolsApartConformance(IStoreHost host) : StoreConformance(host)
{
    private const string Address = "jan@example.nl";

    private static readonly DateOnly Day = DateOnly.FromDateTime(Now.UtcDateTime);

    [Fact]
    public async Task Nothing_is_seen_from_another_school()
    {
        var one = await FillAsync(School);
        var other = await NewSchoolAsync();

        Assert.Empty(await LookAsync(store => store.StudentsOfParentAsync(one.Account.Id, Now, Cancel), other));
        Assert.Empty(await LookAsync(store => store.ParentsOfStudentAsync(Emma, Cancel), other));
        Assert.Empty(await LookAsync(store => store.InvitationsOfStudentAsync(Emma, Cancel), other));
        Assert.Null(await AccountsAsync(accounts => accounts.FindAsync("https://issuer.example", "jan", Cancel), other));
        Assert.Null(await LookAsync(store => store.FindAccountAsync(one.Account.Id, Cancel), other));
        Assert.Null(await LookAsync(store => store.FindKeptAsync(one.Account.Id, Cancel), other));
        Assert.Null(await LookAsync(store => store.FindInvitationAsync(one.Invitation.Id, Cancel), other));
        Assert.Null(await LookAsync(store => store.FindLinkAsync(one.Link.Id, Cancel), other));
        Assert.Equal(0, (await AccountsAsync(accounts => accounts.ListAsync(new PageRequest(), Cancel), other)).Total);
        await CommitAsync(
            async work =>
            {
                Assert.Empty(await work.Invitations.OpenForAddressAsync([Hash(Address)], Now, Cancel));
                Assert.Equal(0, await work.Links.CountOfAccountAsync(one.Account.Id, Cancel));
                Assert.Equal(AddressUse.Free, await work.Links.UseOfAddressAsync(Emma, [Hash(Address)], Cancel));
                Assert.Empty(await work.Outbox.ClaimAsync(Now, Now.AddMinutes(5), 10, Cancel));
            },
            other);
    }

    [Fact]
    public async Task Nothing_is_changed_from_another_school()
    {
        var one = await FillAsync(School);
        var other = await NewSchoolAsync();
        var late = Now.AddYears(10);

        await CommitAsync(
            async work =>
            {
                Assert.False(await work.Invitations.TryTakeAsync(one.Invitation.Id, Now, Cancel));
                Assert.False(await work.Invitations.TryDeleteAsync(Emma, one.Invitation.Id, Cancel));
                Assert.False(await work.Invitations.TryExtendAsync(Emma, one.Invitation.Id, Now, Now, late, Cancel));
                await work.Invitations.SetMailStateAsync(one.Invitation.Id, one.Message.Id, InvitationMailState.Undeliverable, Cancel);
                Assert.True(await work.Invitations.TryCountMailAsync(Emma, Day, 1, Cancel));
                await work.Invitations.RemoveMailCountsAsync(Day.AddDays(1), Cancel);
                Assert.Equal(0, await work.Invitations.ExpireAsync(late, Cancel));
                Assert.Equal(0, await work.Invitations.RemoveExpiredAsync(late, Cancel));
                Assert.Null(await work.Links.TryRemoveAsync(Emma, one.Link.Id, Cancel));
                Assert.Empty(await work.Links.RemoveOfAccountAsync(one.Account.Id, Cancel));
                await work.Outbox.RetryAsync(one.Message.Id, late, Cancel);
                await work.Outbox.RemoveAsync(one.Message.Id, Cancel);
                await work.Outbox.RemoveOfInvitationAsync(one.Invitation.Id, Cancel);
                await work.Outbox.RemoveOfLinksAsync([one.Link.Id], Cancel);
                await work.Views.AddAsync([NewView(one.Account.Id, Emma, StudentPart.Goals, Now)], Now, Cancel);
                Assert.Equal(0, await work.Views.RemoveAsync(late, Cancel));
                await work.Views.RemoveOfAccountAsync(one.Account.Id, Cancel);
                await work.Accounts.RenameByAddressAsync([Hash(Address)], Name("Other"), late, Cancel);
                await work.Accounts.SetAddressAsync(one.Account.Id, one.Account.Address!, Hash("other@example.nl"), Name("Other"), late, Cancel);
                await work.Accounts.SetPreferencesAsync(one.Account.Id, "xx", new NotificationPreferences(true, true), Cancel);
                await work.Accounts.SetWithoutLinksSinceAsync(one.Account.Id, Now, Cancel);
                Assert.Equal(0, await work.Accounts.DeleteWithoutLinksAsync(late, Cancel));
                await work.Accounts.DeleteAsync(one.Account.Id, Cancel);
            },
            other);

        Assert.Equal([one.Invitation], await LookAsync(store => store.InvitationsOfStudentAsync(Emma, Cancel)));
        Assert.Equal(new LinkedAccount(one.Link, one.Account), await LookAsync(store => store.FindLinkAsync(one.Link.Id, Cancel)));
        Assert.Equal([one.View], (await LookAsync(store => store.FindKeptAsync(one.Account.Id, Cancel)))!.Views);
        await CommitAsync(async work =>
        {
            Assert.False(await work.Invitations.TryCountMailAsync(Emma, Day, 1, Cancel));
            Assert.Equal(one.Message.Id, Assert.Single(await work.Outbox.ClaimAsync(Now, Now.AddMinutes(5), 10, Cancel)).Id);
        });
    }

    [Fact]
    public async Task The_same_ids_names_addresses_and_external_accounts_are_in_nobodys_way()
    {
        var other = await NewSchoolAsync();

        var one = await FillAsync(School);
        var two = await FillAsync(other, one);

        Assert.NotEqual(one.Account.Id, two.Account.Id);
        Assert.Equal(one.Account.UserName, two.Account.UserName);
    }

    private async Task<Filled> FillAsync(School school, Filled? same = null)
    {
        var account = await NewAccountAsync("jan", "Jan", Address, school);
        var invitation = same?.Invitation ?? NewInvitation(Emma, Address);
        Assert.True(await AddAsync(invitation, school));
        var link = NewLink(account.Id, Emma) with { Id = same?.Link.Id ?? NewId() };
        var message = same?.Message ?? NewMessage(invitationId: invitation.Id);
        var view = NewView(account.Id, Emma, StudentPart.Grades, Now) with { Id = same?.View.Id ?? NewId() };
        await CommitAsync(
            async work =>
            {
                Assert.True(await work.Links.TryAddAsync(link, Cancel));
                await work.Outbox.AddAsync(message, Cancel);
                await work.Views.AddAsync([view], Now, Cancel);
                Assert.True(await work.Invitations.TryCountMailAsync(Emma, Day, 1, Cancel));
            },
            school);
        return new Filled(account, invitation, link, message, view);
    }

    private sealed record Filled(ParentAccount Account, Invitation Invitation, Link Link, OutboxMessage Message, View View);
}
