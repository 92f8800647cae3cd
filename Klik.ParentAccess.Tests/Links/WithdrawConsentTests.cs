using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Views;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Links;

public sealed class WithdrawConsentTests : IAsyncDisposable
{
    private readonly FakeSchool _school = new();

    [Fact]
    [Trait("Rule", "I4")]
    public async Task Withdrawing_ends_the_link_and_what_is_queued_about_it()
    {
        var (sanne, account) = await LinkedAsync();
        Assert.Single(_school.State.Outbox);

        Assert.True(await _school.WithdrawAsync(sanne, Assert.Single(_school.State.Links.Keys)));

        Assert.Empty(await _school.SeenByAsync(account));
        Assert.Empty(_school.State.Outbox);
        Assert.Equal(_school.Clock.GetUtcNow(), _school.State.Accounts[account.Id].WithoutLinksSince);
    }

    [Fact]
    [Trait("Rule", "I4")]
    public async Task Withdrawing_twice_or_what_is_another_students_does_nothing()
    {
        var (sanne, account) = await LinkedAsync();
        var link = Assert.Single(_school.State.Links.Keys);

        Assert.False(await _school.WithdrawAsync(_school.Students.Add("Tom"), link));
        Assert.Equal(["Sanne"], await _school.SeenByAsync(account));

        Assert.True(await _school.WithdrawAsync(sanne, link));
        Assert.False(await _school.WithdrawAsync(sanne, link));
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task Withdrawing_and_accepting_at_once_leaves_no_link_that_was_withdrawn()
    {
        var (sanne, _) = await LinkedAsync();
        var link = Assert.Single(_school.State.Links.Keys);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(
            () => _school.WithdrawAsync(sanne, link), TestContext.Current.CancellationToken)));

        Assert.Single(answers, answer => answer);
        Assert.Empty(_school.State.Links);
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task The_student_sees_who_has_access_since_when_through_what_and_what_was_looked_at_last()
    {
        var (sanne, account) = await LinkedAsync();
        var since = _school.Clock.GetUtcNow();
        await LooksAsync(account, StudentPart.Grades);
        _school.Clock.Advance(TimeSpan.FromDays(2));
        await LooksAsync(account, StudentPart.Grades);
        await LooksAsync(account, StudentPart.Goals);

        var parent = Assert.Single((await _school.ParentsOfAsync(sanne)).Parents);

        Assert.Equal(("Jan de Vries", LinkOrigin.Invitation, since), (parent.Name, parent.Origin, parent.Since));
        Assert.Equal([StudentPart.Grades, StudentPart.Goals], parent.LastViews.Keys.Order());
        Assert.All(parent.LastViews.Values, at => Assert.Equal(since.AddDays(2), at));
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task A_student_sees_only_the_parents_of_that_student()
    {
        await LinkedAsync();

        var known = await _school.ParentsOfAsync(_school.Students.Add("Tom"));

        Assert.Empty(known.Parents);
        Assert.Empty(known.Invitations);
    }

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    private async Task<(Core.Students.StudentId Student, ParentAccount Account)> LinkedAsync()
    {
        var sanne = _school.Students.Add("Sanne");
        var token = await _school.InvitedAsync(sanne, "Jan de Vries", "jan@example.nl");
        var result = await _school.AcceptAsync(Identities.Claiming(null), token);
        return (sanne, Assert.IsType<SignInParentResult.SignedIn>(result).Account);
    }

    private async Task LooksAsync(ParentAccount account, StudentPart part)
    {
        var now = _school.Clock.GetUtcNow();
        await using var work = await _school.Store.BeginAsync(TestContext.Current.CancellationToken);
        var student = Assert.Single(_school.State.Links.Values).StudentId;
        await work.Views.AddAsync([new View(Guid.CreateVersion7(now), now, account.Id, student, part)], now, TestContext.Current.CancellationToken);
        await work.CommitAsync(TestContext.Current.CancellationToken);
    }
}
