using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Tests.Conformance;

public abstract class ParentAccountsConformance(IStoreHost host) : StoreConformance(host)
{
    private const string Issuer = "https://issuer.example";

    [Fact, Trait("Rule", "P1")]
    public async Task An_account_is_found_by_issuer_and_subject_and_by_id()
    {
        var account = await NewAccountAsync("Jan", address: "jan@example.nl");

        Assert.Equal("Jan Jansen", account.UserName);
        Assert.Equal(Now, account.NamedAt);
        Assert.Equal(Hash("jan@example.nl"), account.AddressHash);
        Assert.Equal(NotificationPreferences.Default, account.Preferences);
        Assert.Equal(account, await AccountsAsync(accounts => accounts.FindAsync(Issuer, "Jan", Cancel)));
        Assert.Equal(account, await LookAsync(store => store.FindAccountAsync(account.Id, Cancel)));
    }

    [Fact, Trait("Rule", "P1")]
    public async Task An_account_is_not_found_by_another_issuer_subject_case_or_address()
    {
        await NewAccountAsync("Jan", address: "jan@example.nl");

        Assert.Null(await AccountsAsync(accounts => accounts.FindAsync("https://other.example", "Jan", Cancel)));
        Assert.Null(await AccountsAsync(accounts => accounts.FindAsync(Issuer, "jan", Cancel)));
        Assert.Null(await AccountsAsync(accounts => accounts.FindAsync(Issuer, "jan@example.nl", Cancel)));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_hundred_callers_get_one_account()
    {
        var accounts = await HundredAtOnceAsync((_, work) => work.Accounts.GetOrCreateAsync(NewParent("jan"), Cancel));

        Assert.Single(accounts.Select(account => account.Id).Distinct());
        Assert.Equal(1, (await ListAsync()).Total);
    }

    [Fact, Trait("Rule", "I10")]
    public async Task A_hundred_parents_of_one_name_get_a_hundred_user_names()
    {
        var accounts = await HundredAtOnceAsync((caller, work) => work.Accounts.GetOrCreateAsync(NewParent($"subject {caller}"), Cancel));

        var expected = Enumerable.Range(2, 99).Select(number => $"Jan Jansen ({number})").Append("Jan Jansen");
        Assert.Equal(expected.Order(StringComparer.Ordinal), accounts.Select(account => account.UserName).Order(StringComparer.Ordinal));
    }

    [Theory, Trait("Rule", "I10")]
    [InlineData("José-María d’Arçon")]
    [InlineData("Łukasz Żółć")]
    [InlineData("Юлия Иванова")]
    [InlineData("محمد")]
    public async Task A_user_name_is_the_name_in_any_script(string name) =>
        Assert.Equal(name, (await NewAccountAsync("jan", name)).UserName);

    [Fact, Trait("Rule", "I10")]
    public async Task User_names_that_differ_in_case_alone_count_as_one()
    {
        await NewAccountAsync("one", "Zoë Jansen");

        Assert.Equal("ZOË JANSEN (2)", (await NewAccountAsync("two", "ZOË JANSEN")).UserName);
    }

    [Fact, Trait("Rule", "I10")]
    public async Task The_latest_invitation_names_every_account_of_its_address()
    {
        var google = await NewAccountAsync("google", "Jan", "jan@example.nl");
        var microsoft = await NewAccountAsync("microsoft", "Jan", "jan@example.nl");
        var other = await NewAccountAsync("other", "Els", "els@example.nl");

        await RenameAsync("Opa Jan", Now.AddHours(1));

        Assert.Equal(["Opa Jan", "Opa Jan (2)"], new[] { await UserNameAsync(google), await UserNameAsync(microsoft) }.Order(StringComparer.Ordinal));
        Assert.Equal("Els", await UserNameAsync(other));
    }

    [Fact, Trait("Rule", "I10")]
    public async Task An_earlier_invitation_renames_nobody()
    {
        var account = await NewAccountAsync("jan", "Jan", "jan@example.nl");
        await RenameAsync("Opa Jan", Now.AddHours(2));

        await RenameAsync("Oom Jan", Now.AddHours(1));

        Assert.Equal("Opa Jan", await UserNameAsync(account));
        Assert.Equal(Now.AddHours(2), (await LookAsync(store => store.FindAccountAsync(account.Id, Cancel)))!.NamedAt);
    }

    [Fact, Trait("Rule", "I10")]
    public async Task An_account_that_is_named_again_keeps_its_own_user_name()
    {
        await NewAccountAsync("one", "Jan");
        var second = await NewAccountAsync("two", "Jan", "jan@example.nl");

        await RenameAsync("Jan", Now.AddHours(1));

        Assert.Equal("Jan (2)", await UserNameAsync(second));
    }

    [Fact, Trait("Rule", "I10")]
    public async Task Accepting_gives_the_address_always_and_the_name_only_when_it_is_the_latest()
    {
        var account = await NewAccountAsync("jan", "Jan", "jan@example.nl");

        await AcceptAsync("Oom Jan", "jan@work.example", Now.AddHours(-1));
        Assert.Equal("Jan", await UserNameAsync(account));
        await AcceptAsync("Opa Jan", "jan@home.example", Now.AddHours(1));

        var changed = await LookAsync(store => store.FindAccountAsync(account.Id, Cancel));
        Assert.Equal(
            account with { UserName = "Opa Jan", NamedAt = Now.AddHours(1), Address = new ProtectedText("sealed jan@home.example"), AddressHash = Hash("jan@home.example") },
            changed);

        Task AcceptAsync(string name, string address, DateTimeOffset namedAt) => CommitAsync(work =>
            work.Accounts.SetAddressAsync(account.Id, new ProtectedText($"sealed {address}"), Hash(address), Name(name), namedAt, Cancel));
    }

    [Fact, Trait("Rule", "L8")]
    public async Task What_a_parent_chooses_is_kept()
    {
        var account = await NewAccountAsync("jan");

        await CommitAsync(work => work.Accounts.SetPreferencesAsync(account.Id, "en", new NotificationPreferences(Email: true, Push: false), Cancel));

        Assert.Equal(
            account with { Language = "en", Preferences = new NotificationPreferences(Email: true, Push: false) },
            await LookAsync(store => store.FindAccountAsync(account.Id, Cancel)));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_unit_of_work_that_is_given_up_leaves_no_account_and_no_change()
    {
        var account = await NewAccountAsync("jan", "Jan", "jan@example.nl");

        await GiveUpAsync(async work =>
        {
            await work.Accounts.GetOrCreateAsync(NewParent("els", "Els"), Cancel);
            await work.Accounts.RenameByAddressAsync([Hash("jan@example.nl")], Name("Opa Jan"), Now.AddHours(1), Cancel);
            await work.Accounts.SetPreferencesAsync(account.Id, "en", new NotificationPreferences(true, true), Cancel);
        });

        Assert.Null(await AccountsAsync(accounts => accounts.FindAsync(Issuer, "els", Cancel)));
        Assert.Equal(account, await LookAsync(store => store.FindAccountAsync(account.Id, Cancel)));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task Accounts_change_without_a_unit_of_work_too()
    {
        var account = await AccountsAsync(accounts => accounts.GetOrCreateAsync(NewParent("jan"), Cancel));

        await AccountsAsync(async accounts =>
        {
            await accounts.SetPreferencesAsync(account.Id, "en", NotificationPreferences.Default, Cancel);
            return true;
        });

        Assert.Equal("en", (await LookAsync(store => store.FindAccountAsync(account.Id, Cancel)))!.Language);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task A_deleted_account_leaves_nothing_and_its_external_account_begins_anew()
    {
        var account = await NewAccountAsync("jan", address: "jan@example.nl");
        await LinkAsync(account, Emma);
        await CommitAsync(work => work.Views.AddAsync([NewView(account.Id, Emma, StudentPart.Grades, Now)], Now, Cancel));

        await CommitAsync(work => work.Accounts.DeleteAsync(account.Id, Cancel));
        await CommitAsync(work => work.Accounts.DeleteAsync(account.Id, Cancel));

        Assert.Null(await LookAsync(store => store.FindAccountAsync(account.Id, Cancel)));
        Assert.Null(await AccountsAsync(accounts => accounts.FindAsync(Issuer, "jan", Cancel)));
        Assert.Empty(await LookAsync(store => store.ParentsOfStudentAsync(Emma, Cancel)));
        Assert.Null(await LookAsync(store => store.FindKeptAsync(account.Id, Cancel)));
        Assert.NotEqual(account.Id, (await NewAccountAsync("jan")).Id);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task Accounts_long_without_a_link_are_deleted_and_no_others()
    {
        var never = await NewAccountAsync("never", "Never");
        var lately = await NewAccountAsync("lately", "Lately");
        var linked = await NewAccountAsync("linked", "Linked");
        var old = await NewAccountAsync("old", "Old");
        var back = await NewAccountAsync("back", "Back");
        await LinkAsync(linked, Emma);
        await CommitAsync(async work =>
        {
            await work.Accounts.SetWithoutLinksSinceAsync(lately.Id, Now, Cancel);
            await work.Accounts.SetWithoutLinksSinceAsync(linked.Id, Now.AddYears(-2), Cancel);
            await work.Accounts.SetWithoutLinksSinceAsync(old.Id, Now.AddTicks(-1), Cancel);
            await work.Accounts.SetWithoutLinksSinceAsync(back.Id, Now.AddYears(-2), Cancel);
            await work.Accounts.SetWithoutLinksSinceAsync(back.Id, null, Cancel);
        });

        Assert.Equal(1, await CommitAsync(work => work.Accounts.DeleteWithoutLinksAsync(Now, Cancel)));

        Assert.Equal(
            new[] { back, lately, linked, never }.Select(account => account.UserName),
            (await ListAsync()).Items.Select(item => item.UserName));
    }

    [Fact, Trait("Rule", "I9")]
    public async Task The_list_shows_user_names_and_status_and_nothing_else()
    {
        await LinkAsync(await NewAccountAsync("jan", "Jan", "jan@example.nl"), Emma);
        await NewAccountAsync("els", "Els", "els@example.nl");

        var page = await ListAsync();

        Assert.Equal([new ParentListItem("Els", IsActive: false), new ParentListItem("Jan", IsActive: true)], page.Items);
        Assert.Equal(["IsActive", "UserName"], typeof(ParentListItem).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Theory, Trait("Rule", "I9")]
    [InlineData("jan@example.nl")]
    [InlineData("Emma")]
    [InlineData("subject")]
    [InlineData("%")]
    [InlineData("_")]
    public async Task Searching_the_list_looks_at_the_user_name_only(string search)
    {
        await LinkAsync(await NewAccountAsync("subject", "Jan", "jan@example.nl"), Emma);

        Assert.Equal(0, (await ListAsync(search)).Total);
        Assert.Equal(1, (await ListAsync(" jAN ")).Total);
    }

    [Fact, Trait("Rule", "I7")]
    public async Task A_parent_is_active_while_one_linked_student_is()
    {
        var account = await NewAccountAsync("jan", "Jan");
        await LinkAsync(account, Emma);
        await LinkAsync(account, Daan);

        await Host.SetStudentAsync(School, new Student(Emma, "Emma", "Emma de Vries", IsActive: false));
        Assert.True(Assert.Single((await ListAsync()).Items).IsActive);
        await Host.SetStudentAsync(School, new Student(Daan, "Daan", "Daan de Vries", IsActive: false));
        Assert.False(Assert.Single((await ListAsync()).Items).IsActive);
    }

    [Fact, Trait("Rule", "I9")]
    public async Task The_list_comes_in_pages_by_user_name()
    {
        foreach (var number in Enumerable.Range(1, 7))
        {
            await NewAccountAsync($"subject {number}", $"Parent {number}");
        }

        var page = await AccountsAsync(accounts => accounts.ListAsync(new PageRequest(Number: 2, Size: 3), Cancel));
        var beyond = await AccountsAsync(accounts => accounts.ListAsync(new PageRequest(Number: 9, Size: 3), Cancel));

        Assert.Equal(["Parent 4", "Parent 5", "Parent 6"], page.Items.Select(item => item.UserName));
        Assert.Equal((2, 3, 7, 3), (page.Number, page.Size, page.Total, page.Count));
        Assert.Empty(beyond.Items);
    }

    private Task<Page<ParentListItem>> ListAsync(string? search = null) =>
        AccountsAsync(accounts => accounts.ListAsync(new PageRequest(Search: search), Cancel));

    private Task RenameAsync(string name, DateTimeOffset namedAt) =>
        CommitAsync(work => work.Accounts.RenameByAddressAsync([Hash("jan@old.key"), Hash("jan@example.nl")], Name(name), namedAt, Cancel));

    private async Task<string> UserNameAsync(ParentAccount account) =>
        (await LookAsync(store => store.FindAccountAsync(account.Id, Cancel)))!.UserName;
}
