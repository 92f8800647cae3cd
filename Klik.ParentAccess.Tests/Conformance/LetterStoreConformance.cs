using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Students;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What every host's letters must do, from the first issue to the end: <see cref="ILetterStore"/> in the unit of work, and <see cref="ILetters"/>.</summary>
[Trait("Rule", "P4")]
public abstract class LetterStoreConformance(IStoreHost host) : LetterConformance(host)
{
    [Fact]
    public async Task A_letter_is_kept_as_it_was_made()
    {
        var letter = NewLetter(Emma);

        Assert.True(await AddAsync(letter));

        Assert.Equal([letter], await CommitAsync(work => work.Letters.OfStudentsAsync([Emma, Daan], Cancel)));
        Assert.Equal(new LetterOfCode(letter, (await FindStudentAsync(Emma))!), await FindAsync(letter.Code));
        Assert.Null(await FindAsync(Code("other")));
        Assert.Null(await LookLettersAsync(letters => letters.OfStudentAsync(Daan, Cancel)));
    }

    [Fact]
    public async Task A_letter_is_found_by_any_hash_that_its_code_may_have()
    {
        var letter = NewLetter(Emma);
        await AddAsync(letter);
        await AddAsync(NewLetter(Daan));

        var found = await LookLettersAsync(letters => letters.FindAsync([Code("newer key"), letter.Code], Cancel));

        Assert.Equal(letter, found?.Letter);
    }

    [Fact, Trait("Rule", "P7")]
    public async Task One_of_a_hundred_callers_makes_a_student_s_letter()
    {
        var made = await HundredAtOnceAsync((caller, work) => work.Letters.TryAddAsync(NewLetter(Emma, $"code {caller}"), Cancel));

        Assert.Single(made, won => won);
        Assert.Single(await CommitAsync(work => work.Letters.OfStudentsAsync([Emma], Cancel)));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task A_second_letter_is_refused_and_does_not_spoil_the_transaction()
    {
        var first = NewLetter(Emma);
        await AddAsync(first);

        await CommitAsync(async work =>
        {
            Assert.False(await work.Letters.TryAddAsync(NewLetter(Emma, "second"), Cancel));
            Assert.True(await work.Letters.TryAddAsync(NewLetter(Daan), Cancel));
        });

        Assert.Equal(first, (await LetterOfAsync(Emma))?.Letter);
        Assert.NotNull(await LetterOfAsync(Daan));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task One_of_a_hundred_callers_issues_a_letter_anew_and_the_old_code_is_dead()
    {
        var former = NewLetter(Emma);
        await AddAsync(former);

        var issued = await HundredAtOnceAsync((caller, work) => work.Letters.TryIssueAsync(former, Next(former, $"code {caller}"), Cancel));

        Assert.Single(issued, won => won);
        Assert.Equal(2, (await LetterOfAsync(Emma))?.Letter.Issue);
        Assert.Null(await FindAsync(former.Code));
    }

    [Fact]
    public async Task A_new_issue_has_everything_new_and_keeps_the_used_seats()
    {
        var former = NewLetter(Emma) with { WrongBirthDates = 3, RevokedAt = Now };
        await AddAsync(former with { RevokedAt = null });
        var link = NewId();
        await CommitAsync(work => work.Letters.TryTakeSeatAsync(former.Id, 1, link, Now, Cancel));
        await CommitAsync(work => work.Letters.TryRevokeAsync(Emma, Now, Cancel));
        var now = (await LetterOfAsync(Emma))!.Letter;
        var next = Next(now, "new") with { Seats = 3, KeyVersion = 2, MadeAt = Now.AddDays(5), ExpiresAt = Now.AddDays(35), WrongBirthDates = 0, RevokedAt = null };

        Assert.True(await CommitAsync(work => work.Letters.TryIssueAsync(now, next, Cancel)));

        var (letter, seats) = (await LetterOfAsync(Emma))!;
        Assert.Equal(next, letter);
        Assert.Equal(1, letter.UsedSeats);
        Assert.Equal(link, Assert.Single(seats).LinkId);
    }

    [Fact]
    public async Task A_letter_that_was_used_meanwhile_is_not_issued_anew_unseen()
    {
        var former = NewLetter(Emma);
        await AddAsync(former);
        await CommitAsync(work => work.Letters.TryTakeSeatAsync(former.Id, 1, NewId(), Now, Cancel));

        Assert.False(await CommitAsync(work => work.Letters.TryIssueAsync(former, Next(former, "new"), Cancel)));

        Assert.Equal(1, (await LetterOfAsync(Emma))?.Letter.Issue);
    }

    [Fact, Trait("Rule", "P5")]
    public async Task A_letter_that_was_withdrawn_meanwhile_does_not_come_back_unseen()
    {
        var former = NewLetter(Emma);
        await AddAsync(former);
        await CommitAsync(work => work.Letters.TryRevokeAsync(Emma, Now, Cancel));

        Assert.False(await CommitAsync(work => work.Letters.TryIssueAsync(former, Next(former, "new"), Cancel)));

        Assert.Equal(Now, (await LetterOfAsync(Emma))?.Letter.RevokedAt);
    }

    [Fact, Trait("Rule", "P7")]
    public async Task One_of_a_hundred_callers_revokes_a_letter()
    {
        await AddAsync(NewLetter(Emma));
        await AddAsync(NewLetter(Daan));

        var revoked = await HundredAtOnceAsync((_, work) => work.Letters.TryRevokeAsync(Emma, Now, Cancel));

        Assert.Single(revoked, won => won);
        Assert.Equal(Now, (await LetterOfAsync(Emma))?.Letter.RevokedAt);
        Assert.Null((await LetterOfAsync(Daan))?.Letter.RevokedAt);
    }

    [Fact, Trait("Rule", "I4")]
    public async Task The_letter_that_a_link_came_through_is_revoked_and_no_other()
    {
        var letter = NewLetter(Emma);
        var link = NewId();
        await AddAsync(letter);
        await AddAsync(NewLetter(Daan));
        await CommitAsync(work => work.Letters.TryTakeSeatAsync(letter.Id, 1, link, Now, Cancel));

        await CommitAsync(async work =>
        {
            await work.Letters.RevokeOfLinkAsync(Daan, link, Now, Cancel);
            await work.Letters.RevokeOfLinkAsync(Emma, NewId(), Now, Cancel);
        });
        Assert.Null((await LetterOfAsync(Emma))?.Letter.RevokedAt);
        await CommitAsync(work => work.Letters.RevokeOfLinkAsync(Emma, link, Now, Cancel));
        await CommitAsync(work => work.Letters.RevokeOfLinkAsync(Emma, link, Now.AddDays(1), Cancel));

        Assert.Equal(Now, (await LetterOfAsync(Emma))?.Letter.RevokedAt);
        Assert.Null((await LetterOfAsync(Daan))?.Letter.RevokedAt);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task Letters_long_expired_go_with_their_seats_and_leave_the_links()
    {
        var letter = NewLetter(Emma) with { ExpiresAt = Now.AddDays(1) };
        await AddAsync(letter);
        await AddAsync(NewLetter(Daan) with { ExpiresAt = Now.AddDays(1).AddSeconds(1) });
        var link = await LinkAsync(await NewAccountAsync("jan"), Emma);
        await CommitAsync(work => work.Letters.TryTakeSeatAsync(letter.Id, 1, link.Id, Now, Cancel));

        Assert.Equal(1, await CommitAsync(work => work.Letters.RemoveExpiredAsync(Now.AddDays(1).AddSeconds(1), Cancel)));

        Assert.Null(await LetterOfAsync(Emma));
        Assert.NotNull(await LetterOfAsync(Daan));
        Assert.NotNull(await LookAsync(store => store.FindLinkAsync(link.Id, Cancel)));
        await AddAsync(NewLetter(Emma, "again"));
        Assert.Empty((await LetterOfAsync(Emma))!.Seats);
    }

    [Fact]
    public async Task Schools_do_not_know_each_other_s_letters()
    {
        var letter = NewLetter(Emma);
        await AddAsync(letter);
        var other = await NewSchoolAsync();

        await using var scope = Host.BeginScope(other);
        var letters = scope.ServiceProvider.GetRequiredService<ILetters>();

        Assert.Null(await letters.FindAsync([letter.Code], Cancel));
        Assert.Null(await letters.OfStudentAsync(Emma, Cancel));
        Assert.True(await CommitAsync(work => work.Letters.TryAddAsync(NewLetter(Emma), Cancel), other));
    }

    private static Letter Next(Letter letter, string code) => letter with { Issue = letter.Issue + 1, Code = Code(code) };

    private async Task<Student?> FindStudentAsync(StudentId student)
    {
        await using var scope = Host.BeginScope(School);
        return await scope.ServiceProvider.GetRequiredService<IStudents>().FindAsync(student, Cancel);
    }
}
