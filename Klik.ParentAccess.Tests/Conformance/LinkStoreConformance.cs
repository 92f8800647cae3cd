using Klik.ParentAccess.Core.Links;

namespace Klik.ParentAccess.Tests.Conformance;

public abstract class LinkStoreConformance(IStoreHost host) : StoreConformance(host)
{
    [Fact, Trait("Rule", "P7")]
    public async Task One_of_a_hundred_callers_links_an_account_with_a_student()
    {
        var account = await NewAccountAsync("jan");

        var added = await HundredAtOnceAsync((_, work) => work.Links.TryAddAsync(NewLink(account.Id, Emma), Cancel));

        Assert.Single(added, won => won);
        Assert.Equal(1, await CommitAsync(work => work.Links.CountOfAccountAsync(account.Id, Cancel)));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_refused_link_changes_nothing_and_does_not_spoil_the_transaction()
    {
        var account = await NewAccountAsync("jan");
        var first = await LinkAsync(account, Emma);

        await CommitAsync(async work =>
        {
            Assert.False(await work.Links.TryAddAsync(NewLink(account.Id, Emma, Now.AddDays(1)), Cancel));
            Assert.True(await work.Links.TryAddAsync(NewLink(account.Id, Daan), Cancel));
        });

        Assert.Equal(first, (await LookAsync(store => store.FindLinkAsync(first.Id, Cancel)))?.Link);
        Assert.Equal(2, await CommitAsync(work => work.Links.CountOfAccountAsync(account.Id, Cancel)));
    }

    [Fact, Trait("Rule", "I4")]
    public async Task One_of_a_hundred_callers_removes_a_link_and_gets_it()
    {
        var link = await LinkAsync(await NewAccountAsync("jan"), Emma);

        var removed = await HundredAtOnceAsync((_, work) => work.Links.TryRemoveAsync(Emma, link.Id, Cancel));

        Assert.Equal(link, Assert.Single(removed, one => one is not null));
        Assert.Null((await LookAsync(store => store.FindLinkAsync(link.Id, Cancel)))?.Link);
    }

    [Fact, Trait("Rule", "I4")]
    public async Task A_student_removes_own_links_only()
    {
        var link = await LinkAsync(await NewAccountAsync("jan"), Emma);

        Assert.Null(await CommitAsync(work => work.Links.TryRemoveAsync(Daan, link.Id, Cancel)));

        Assert.Equal(link, (await LookAsync(store => store.FindLinkAsync(link.Id, Cancel)))?.Link);
    }

    [Fact, Trait("Rule", "I4")]
    public async Task A_withdrawn_link_hides_the_student_at_once()
    {
        var account = await NewAccountAsync("jan");
        var link = await LinkAsync(account, Emma);
        await LinkAsync(account, Daan);

        await CommitAsync(work => work.Links.TryRemoveAsync(Emma, link.Id, Cancel));

        var student = Assert.Single(await LookAsync(store => store.StudentsOfParentAsync(account.Id, Now, Cancel)));
        Assert.Equal(Daan, student.StudentId);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task All_links_of_an_account_are_removed_and_named()
    {
        var account = await NewAccountAsync("jan");
        var other = await NewAccountAsync("els", "Els");
        Link[] links = [await LinkAsync(account, Emma), await LinkAsync(account, Daan)];
        await LinkAsync(other, Emma);

        var removed = await CommitAsync(work => work.Links.RemoveOfAccountAsync(account.Id, Cancel));

        Assert.Equal(links.Select(link => link.Id).Order(), removed.Order());
        Assert.Equal(0, await CommitAsync(work => work.Links.CountOfAccountAsync(account.Id, Cancel)));
        Assert.Equal(1, await CommitAsync(work => work.Links.CountOfAccountAsync(other.Id, Cancel)));
    }

    [Fact, Trait("Rule", "I12")]
    public async Task The_use_of_an_address_is_asked_of_the_student_and_the_address()
    {
        await LinkAsync(await NewAccountAsync("jan", address: "jan@example.nl"), Emma);
        await NewAccountAsync("els", "Els", "els@example.nl");

        Assert.Equal(AddressUse.Linked, await UseAsync(Emma, "jan@old.key", "jan@example.nl"));
        Assert.Equal(AddressUse.Linked, await UseAsync(Emma, "els@example.nl", "jan@example.nl"));
        Assert.Equal(AddressUse.OfAccount, await UseAsync(Emma, "els@example.nl"));
        Assert.Equal(AddressUse.OfAccount, await UseAsync(Daan, "jan@example.nl"));
        Assert.Equal(AddressUse.Free, await UseAsync(Emma, "piet@example.nl"));

        Task<AddressUse> UseAsync(Core.Students.StudentId student, params string[] addresses) =>
            CommitAsync(work => work.Links.UseOfAddressAsync(student, [.. addresses.Select(Hash)], Cancel));
    }
}
