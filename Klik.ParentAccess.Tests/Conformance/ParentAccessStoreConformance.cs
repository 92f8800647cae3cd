using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Conformance;

public abstract class ParentAccessStoreConformance(IStoreHost host) : StoreConformance(host)
{
    [Fact, Trait("Rule", "I6")]
    public async Task A_parent_sees_every_linked_student_by_given_name()
    {
        var account = await NewAccountAsync("jan");
        await Host.SetStudentAsync(School, new Student(StudentId.Parse("zoe"), "Zoë", "Zoë", IsActive: true));
        await Host.SetStudentAsync(School, new Student(StudentId.Parse("emil"), "Émil", "Émil", IsActive: true));
        await Host.SetStudentAsync(School, new Student(StudentId.Parse("finn"), "finn", "finn", IsActive: true));
        foreach (var student in new[] { "zoe", "finn", "emil" })
        {
            await LinkAsync(account, StudentId.Parse(student));
        }

        var emma = await LinkAsync(account, Emma, Now.AddDays(-3));

        var students = await LookAsync(store => store.StudentsOfParentAsync(account.Id, Now, Cancel));

        Assert.Equal(["Émil", "Emma", "finn", "Zoë"], students.Select(student => student.GivenName));
        Assert.Equal(
            (emma.Id, Emma, "Emma de Vries", "2A", true, emma.Since, null),
            (students[1].LinkId, students[1].StudentId, students[1].DisplayName, students[1].ClassTitle, students[1].IsActive, students[1].Since, students[1].LastVisit));
    }

    [Fact, Trait("Rule", "I7")]
    public async Task An_inactive_student_is_shown_as_inactive()
    {
        var account = await NewAccountAsync("jan");
        await LinkAsync(account, Emma);

        await Host.SetStudentAsync(School, new Student(Emma, "Emma", "Emma de Vries", IsActive: false));

        Assert.False(Assert.Single(await LookAsync(store => store.StudentsOfParentAsync(account.Id, Now, Cancel))).IsActive);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task A_parent_is_given_everything_that_is_kept_and_nothing_of_another()
    {
        var jan = await NewAccountAsync("jan", "Jan", "jan@example.nl");
        var els = await NewAccountAsync("els", "Els");
        await LinkAsync(jan, Emma);
        await LinkAsync(els, Emma);
        var (first, second) = (NewView(jan.Id, Emma, StudentPart.Grades, Now), NewView(jan.Id, Emma, StudentPart.Goals, Now.AddHours(1)));
        await CommitAsync(work => work.Views.AddAsync([first, second, NewView(els.Id, Emma, StudentPart.Grades, Now)], Now, Cancel));

        var kept = await LookAsync(store => store.FindKeptAsync(jan.Id, Cancel));

        Assert.Equal(jan, kept!.Account);
        // A host may keep no more than a keyed hash of the two.
        var (issuer, subject) = kept.Login?.Issuer is null ? (null, null) : ("https://issuer.example", "jan");
        Assert.Equal(new ExternalLogin(ExternalProvider.Google, issuer, subject), kept.Login);
        Assert.Equal([second, first], kept.Views);
        Assert.Empty((await LookAsync(async store => await store.FindKeptAsync((await NewAccountAsync("new")).Id, Cancel)))!.Views);
        Assert.Null(await LookAsync(store => store.FindKeptAsync("nobody", Cancel)));
        Assert.Null(await LookAsync(store => store.FindAccountAsync("nobody", Cancel)));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_link_is_found_with_its_account_for_as_long_as_it_is_there()
    {
        var account = await NewAccountAsync("jan", "Jan", "jan@example.nl");
        var link = await LinkAsync(account, Emma);

        Assert.Equal(new LinkedAccount(link, account), await LookAsync(store => store.FindLinkAsync(link.Id, Cancel)));
        await CommitAsync(work => work.Links.TryRemoveAsync(Emma, link.Id, Cancel));
        Assert.Null(await LookAsync(store => store.FindLinkAsync(link.Id, Cancel)));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_scope_has_one_unit_of_work_at_a_time()
    {
        await using var scope = Host.BeginScope(School);
        var store = scope.ServiceProvider.GetRequiredService<IParentAccessStore>();
        await using (await store.BeginAsync(Cancel))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => store.BeginAsync(Cancel));
        }

        await using var next = await store.BeginAsync(Cancel);
    }

    [Fact, Trait("Rule", "P7")]
    public async Task Others_see_nothing_of_a_unit_of_work_before_it_is_committed()
    {
        var invitation = NewInvitation(Emma, "jan@example.nl");
        await using var scope = Host.BeginScope(School);
        await using var work = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().BeginAsync(Cancel);
        await work.Invitations.TryAddAsync(invitation, [invitation.AddressHash!], Cancel);

        Assert.Empty(await LookAsync(store => store.InvitationsOfStudentAsync(Emma, Cancel)));
        await work.CommitAsync(Cancel);
        Assert.Single(await LookAsync(store => store.InvitationsOfStudentAsync(Emma, Cancel)));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_unit_of_work_that_is_given_up_leaves_nothing()
    {
        var account = await NewAccountAsync("jan");

        await GiveUpAsync(async work =>
        {
            await work.Invitations.TryAddAsync(NewInvitation(Emma, "jan@example.nl"), [Hash("jan@example.nl")], Cancel);
            await work.Links.TryAddAsync(NewLink(account.Id, Emma), Cancel);
            await work.Views.AddAsync([NewView(account.Id, Emma, StudentPart.Grades, Now)], Now, Cancel);
            await work.Outbox.AddAsync(NewMessage(), Cancel);
            await work.Accounts.GetOrCreateAsync(NewParent("els", "Els"), Cancel);
        });

        Assert.Empty(await LookAsync(store => store.InvitationsOfStudentAsync(Emma, Cancel)));
        Assert.Empty(await LookAsync(store => store.ParentsOfStudentAsync(Emma, Cancel)));
        Assert.Empty((await LookAsync(store => store.FindKeptAsync(account.Id, Cancel)))!.Views);
        Assert.Empty(await CommitAsync(work => work.Outbox.ClaimAsync(Now, Now, 10, Cancel)));
        Assert.Equal(1, (await AccountsAsync(accounts => accounts.ListAsync(new PageRequest(), Cancel))).Total);
    }

    [Fact, Trait("Rule", "P7")]
    public async Task Callers_in_each_others_way_all_come_through()
    {
        var addresses = Enumerable.Range(0, 3).Select(number => $"p{number}@example.nl").ToArray();

        await HundredAtOnceAsync(async (caller, work) =>
        {
            var address = addresses[caller % addresses.Length];
            var student = caller % 2 == 0 ? Emma : Daan;
            switch (caller % 5)
            {
                case 0:
                    var invitation = NewInvitation(student, address);
                    await work.Invitations.TryAddAsync(invitation, [invitation.AddressHash!], Cancel);
                    await work.Accounts.RenameByAddressAsync([Hash(address)], Name($"Name {caller % 4}"), Now.AddSeconds(caller), Cancel);
                    await work.Outbox.AddAsync(NewMessage(invitationId: invitation.Id), Cancel);
                    break;
                case 1 or 2:
                    await AcceptAsync(work, address, caller);
                    break;
                case 3:
                    foreach (var parent in await LookAsync(store => store.ParentsOfStudentAsync(student, Cancel)))
                    {
                        if (await work.Links.TryRemoveAsync(student, parent.LinkId, Cancel) is { } removed)
                        {
                            await work.Outbox.RemoveOfLinksAsync([removed.Id], Cancel);
                            await work.Accounts.SetWithoutLinksSinceAsync(removed.AccountId, Now, Cancel);
                            break;
                        }
                    }

                    break;
                default:
                    if (await work.Accounts.FindAsync("https://issuer.example", address, Cancel) is { } account)
                    {
                        await work.Accounts.DeleteAsync(account.Id, Cancel);
                    }

                    break;
            }

            return true;
        });

        async Task AcceptAsync(IUnitOfWork work, string address, int caller)
        {
            foreach (var open in await work.Invitations.OpenForAddressAsync([Hash(address)], Now, Cancel))
            {
                await work.Invitations.TryTakeAsync(open.Id, Now, Cancel);
            }

            var name = Name($"Name {caller % 4}");
            var account = await work.Accounts.GetOrCreateAsync(NewParent(address, name.Value, address), Cancel);
            await work.Accounts.SetAddressAsync(account.Id, account.Address!, Hash(address), name, Now.AddSeconds(caller), Cancel);
            await work.Links.TryAddAsync(NewLink(account.Id, Emma), Cancel);
            await work.Links.TryAddAsync(NewLink(account.Id, Daan), Cancel);
            await work.Views.AddAsync([NewView(account.Id, Emma, StudentPart.Overview, Now), NewView(account.Id, Daan, StudentPart.Overview, Now)], Now, Cancel);
            await work.Accounts.SetWithoutLinksSinceAsync(account.Id, null, Cancel);
        }
    }
}
