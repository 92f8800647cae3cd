using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Tests.Conformance;

[Trait("Rule", "P5")]
public abstract class ViewLogConformance(IStoreHost host) : StoreConformance(host)
{
    private static readonly DateTimeOffset VisitBegan = Now.AddMinutes(-30);

    [Fact]
    public async Task A_part_is_written_down_once_a_visit()
    {
        var account = await NewAccountAsync("jan");
        await LinkAsync(account, Emma);
        var before = NewView(account.Id, Emma, StudentPart.Grades, VisitBegan.AddTicks(-1));
        var first = NewView(account.Id, Emma, StudentPart.Grades, Now);
        var otherPart = NewView(account.Id, Emma, StudentPart.Goals, Now.AddSeconds(1));

        await AddAsync(VisitBegan.AddDays(-1), before);
        await AddAsync(VisitBegan, first);
        await AddAsync(VisitBegan, NewView(account.Id, Emma, StudentPart.Grades, Now.AddSeconds(1)), otherPart);

        Assert.Equal([otherPart, first, before], await OfAccountAsync(account.Id));
    }

    [Fact]
    public async Task A_view_twice_in_one_call_is_written_down_once()
    {
        var account = await NewAccountAsync("jan");
        await LinkAsync(account, Emma);

        await AddAsync(VisitBegan, NewView(account.Id, Emma, StudentPart.Grades, Now), NewView(account.Id, Emma, StudentPart.Grades, Now));

        Assert.Single(await OfAccountAsync(account.Id));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_hundred_requests_at_once_are_one_view()
    {
        var account = await NewAccountAsync("jan");
        await LinkAsync(account, Emma);
        await LinkAsync(account, Daan);

        await HundredAtOnceAsync(async (_, work) =>
        {
            await work.Views.AddAsync(
                [NewView(account.Id, Emma, StudentPart.Overview, Now), NewView(account.Id, Daan, StudentPart.Overview, Now)],
                VisitBegan,
                Cancel);
            return true;
        });

        Assert.Equal(2, (await OfAccountAsync(account.Id)).Count);
    }

    [Fact, Trait("Rule", "I4")]
    public async Task Without_a_link_nothing_is_written_down()
    {
        var account = await NewAccountAsync("jan");
        await LinkAsync(account, Emma);

        await AddAsync(VisitBegan, NewView(account.Id, Daan, StudentPart.Grades, Now));

        Assert.Empty(await OfAccountAsync(account.Id));
    }

    [Fact]
    public async Task The_student_sees_when_each_parent_last_looked_at_each_part()
    {
        var jan = await NewAccountAsync("jan", "Jan");
        var els = await NewAccountAsync("els", "Els");
        var older = await LinkAsync(jan, Emma, Now.AddDays(-2));
        var newer = await LinkAsync(els, Emma, Now.AddDays(-1));
        await LinkAsync(jan, Daan);
        foreach (var minute in Enumerable.Range(0, 3))
        {
            var at = Now.AddMinutes(minute);
            await AddAsync(at, NewView(jan.Id, Emma, StudentPart.Grades, at), NewView(jan.Id, Daan, StudentPart.Goals, at.AddDays(1)));
        }

        await AddAsync(Now, NewView(jan.Id, Emma, StudentPart.Overview, Now));

        var parents = await LookAsync(store => store.ParentsOfStudentAsync(Emma, Cancel));

        Assert.Equal([older.Id, newer.Id], parents.Select(parent => parent.LinkId));
        Assert.Equal((older.Name, older.Origin, older.Since), (parents[0].Name, parents[0].Origin, parents[0].Since));
        Assert.Equal(
            new Dictionary<StudentPart, DateTimeOffset> { [StudentPart.Grades] = Now.AddMinutes(2), [StudentPart.Overview] = Now },
            parents[0].LastViews);
        Assert.Empty(parents[1].LastViews);
    }

    [Fact]
    public async Task The_last_visit_is_the_latest_look_before_this_visit()
    {
        var account = await NewAccountAsync("jan");
        var other = await NewAccountAsync("els", "Els");
        await LinkAsync(account, Emma);
        await LinkAsync(account, Daan);
        await LinkAsync(other, Daan);
        var earlier = VisitBegan.AddHours(-1);
        await AddAsync(earlier, NewView(account.Id, Emma, StudentPart.Grades, earlier), NewView(account.Id, Emma, StudentPart.Goals, earlier.AddMinutes(1)));
        await AddAsync(VisitBegan, NewView(account.Id, Emma, StudentPart.Grades, VisitBegan), NewView(other.Id, Daan, StudentPart.Grades, earlier));

        var students = await LookAsync(store => store.StudentsOfParentAsync(account.Id, VisitBegan, Cancel));

        Assert.Equal([(Daan, null), (Emma, earlier.AddMinutes(1))], students.Select(student => (student.StudentId, student.LastVisit)));
    }

    [Fact, Trait("Rule", "I13")]
    public async Task Old_views_are_removed()
    {
        var account = await NewAccountAsync("jan");
        await LinkAsync(account, Emma);
        var kept = NewView(account.Id, Emma, StudentPart.Goals, Now);
        await AddAsync(Now, NewView(account.Id, Emma, StudentPart.Grades, Now.AddTicks(-1)), kept);

        Assert.Equal(1, await CommitAsync(work => work.Views.RemoveAsync(Now, Cancel)));

        Assert.Equal([kept], await OfAccountAsync(account.Id));
    }

    [Fact, Trait("Rule", "I13")]
    public async Task The_views_of_an_account_are_removed_and_no_others()
    {
        var jan = await NewAccountAsync("jan", "Jan");
        var els = await NewAccountAsync("els", "Els");
        await LinkAsync(jan, Emma);
        await LinkAsync(els, Emma);
        await AddAsync(Now, NewView(jan.Id, Emma, StudentPart.Grades, Now), NewView(els.Id, Emma, StudentPart.Grades, Now));

        await CommitAsync(work => work.Views.RemoveOfAccountAsync(jan.Id, Cancel));

        Assert.Empty(await OfAccountAsync(jan.Id));
        Assert.Single(await OfAccountAsync(els.Id));
    }

    [Fact]
    public async Task The_view_log_stays_when_consent_is_withdrawn()
    {
        var account = await NewAccountAsync("jan");
        var link = await LinkAsync(account, Emma);
        await AddAsync(Now, NewView(account.Id, Emma, StudentPart.Grades, Now));

        await CommitAsync(work => work.Links.TryRemoveAsync(Emma, link.Id, Cancel));

        Assert.Single(await OfAccountAsync(account.Id));
    }

    private Task AddAsync(DateTimeOffset visitBegan, params View[] views) => CommitAsync(work => work.Views.AddAsync(views, visitBegan, Cancel));

    private async Task<IReadOnlyList<View>> OfAccountAsync(string accountId) =>
        (await LookAsync(store => store.FindKeptAsync(accountId, Cancel)))?.Views ?? [];
}
