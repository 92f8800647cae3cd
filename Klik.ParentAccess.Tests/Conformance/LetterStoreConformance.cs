using System.Diagnostics.Metrics;
using System.Text;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Throttling;
using Klik.ParentAccess.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What every host's letters must do: <see cref="ILetterStore"/> in the unit of work, and <see cref="ILetters"/>.</summary>
[Trait("Rule", "P4")]
public abstract class LetterStoreConformance(IStoreHost host) : StoreConformance(host)
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
    public async Task As_many_of_a_hundred_callers_get_a_seat_as_there_are()
    {
        var letter = NewLetter(Emma) with { Seats = 3 };
        await AddAsync(letter);

        var taken = await HundredAtOnceAsync((_, work) => work.Letters.TryTakeSeatAsync(letter.Id, 1, NewId(), Now, Cancel));

        Assert.Equal(3, taken.Count(won => won));
        var (stored, seats) = (await LetterOfAsync(Emma))!;
        Assert.Equal((3, 3), (stored.UsedSeats, seats.Count));
    }

    [Fact]
    public async Task No_seat_is_given_of_a_dead_letter_or_a_former_issue()
    {
        var letter = NewLetter(Emma);
        await AddAsync(letter);

        Assert.False(await TakeAsync(issue: 2));
        Assert.False(await TakeAsync(now: letter.ExpiresAt));
        Assert.True(await TakeAsync(now: letter.ExpiresAt.AddTicks(-10)));
        await CommitAsync(work => work.Letters.TryRevokeAsync(Emma, Now, Cancel));
        Assert.False(await TakeAsync());

        Task<bool> TakeAsync(int issue = 1, DateTimeOffset? now = null) =>
            CommitAsync(work => work.Letters.TryTakeSeatAsync(letter.Id, issue, NewId(), now ?? Now, Cancel));
    }

    [Fact]
    public async Task A_seat_that_is_taken_in_vain_is_free()
    {
        var letter = NewLetter(Emma);
        await AddAsync(letter);

        await GiveUpAsync(work => work.Letters.TryTakeSeatAsync(letter.Id, 1, NewId(), Now, Cancel));

        Assert.Equal(0, (await LetterOfAsync(Emma))?.Letter.UsedSeats);
        Assert.Empty((await LetterOfAsync(Emma))!.Seats);
    }

    [Fact, Trait("Rule", "P5")]
    public async Task The_student_sees_who_used_a_seat_while_the_link_is_there()
    {
        var letter = NewLetter(Emma);
        await AddAsync(letter);
        var jan = await LinkAsync(await NewAccountAsync("jan"), Emma);
        var els = await LinkAsync(await NewAccountAsync("els", "Els"), Emma, Now.AddHours(1));
        await CommitAsync(work => work.Letters.TryTakeSeatAsync(letter.Id, 1, jan.Id, jan.Since, Cancel));
        await CommitAsync(work => work.Letters.TryTakeSeatAsync(letter.Id, 1, els.Id, els.Since, Cancel));
        await CommitAsync(work => work.Links.TryRemoveAsync(Emma, jan.Id, Cancel));

        Assert.Equal([new UsedSeat(jan.Id, jan.Since, null), new UsedSeat(els.Id, els.Since, els.Name)], (await LetterOfAsync(Emma))!.Seats);
    }

    [Fact, Trait("Rule", "P5"), Trait("Rule", "P7")]
    public async Task One_of_a_hundred_callers_frees_a_seat_and_only_of_the_own_letter()
    {
        var letter = NewLetter(Emma);
        var link = NewId();
        await AddAsync(letter);
        await AddAsync(NewLetter(Daan));
        await CommitAsync(work => work.Letters.TryTakeSeatAsync(letter.Id, 1, link, Now, Cancel));

        Assert.False(await CommitAsync(work => work.Letters.TryFreeSeatAsync(Daan, link, Cancel)));
        var freed = await HundredAtOnceAsync((_, work) => work.Letters.TryFreeSeatAsync(Emma, link, Cancel));

        Assert.Single(freed, won => won);
        var (stored, seats) = (await LetterOfAsync(Emma))!;
        Assert.Equal(0, stored.UsedSeats);
        Assert.Empty(seats);
    }

    [Fact, Trait("Rule", "P7")]
    public async Task Five_of_a_hundred_wrong_dates_at_once_are_counted_and_a_seat_forgets_them()
    {
        var letter = NewLetter(Emma);
        await AddAsync(letter);
        await AddAsync(NewLetter(Daan));

        Assert.False(await CommitAsync(work => work.Letters.TryCountWrongBirthDateAsync(letter.Id, 2, 5, Cancel)));
        var counted = await HundredAtOnceAsync((_, work) => work.Letters.TryCountWrongBirthDateAsync(letter.Id, 1, 5, Cancel));

        Assert.Equal(5, counted.Count(won => won));
        Assert.Equal(5, (await LetterOfAsync(Emma))?.Letter.WrongBirthDates);
        Assert.Equal(0, (await LetterOfAsync(Daan))?.Letter.WrongBirthDates);
        await CommitAsync(work => work.Letters.TryTakeSeatAsync(letter.Id, 1, NewId(), Now, Cancel));
        Assert.Equal(0, (await LetterOfAsync(Emma))?.Letter.WrongBirthDates);
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

    [Fact, Trait("Rule", "L1")]
    public async Task Students_come_by_class_and_name_some_at_a_time_and_only_active_ones()
    {
        await SetStudentsAsync();

        var all = new List<Student>();
        IReadOnlyList<Student> some;
        do
        {
            some = await StudentsAsync(new LetterSelection.WholeSchool(), all.LastOrDefault(), 2);
            Assert.InRange(some.Count, 0, 2);
            all.AddRange(some);
        }
        while (some.Count > 0);

        Assert.Equal(["emma", "s1", "s2", "s3", "s4", "daan"], all.Select(student => student.Id.Value));
        Assert.Equal(("Anna", "Anna Bos", "2B", "en"), (all[1].GivenName, all[1].DisplayName, all[1].ClassTitle, all[1].FamilyLanguage));
        Assert.Null(all[2].FamilyLanguage);
        Assert.Equal(["s1", "s2", "s3"], (await StudentsAsync(new LetterSelection.OneClass("2B"), null, 9)).Select(student => student.Id.Value));
        Assert.Equal(["daan"], (await StudentsAsync(new LetterSelection.OneClass(null), null, 9)).Select(student => student.Id.Value));
        Assert.Equal(["s4"], (await StudentsAsync(new LetterSelection.OneStudent(StudentId.Parse("s4")), null, 9)).Select(student => student.Id.Value));
        Assert.Empty(await StudentsAsync(new LetterSelection.OneStudent(StudentId.Parse("s5")), null, 9));
        Assert.Empty(await StudentsAsync(new LetterSelection.OneClass("2b"), null, 9));

        Task<IReadOnlyList<Student>> StudentsAsync(LetterSelection selection, Student? after, int most) =>
            LookLettersAsync(letters => letters.StudentsAsync(selection, after, most, Cancel));
    }

    [Fact, Trait("Rule", "I9")]
    public async Task Classes_are_counted_and_letters_listed_without_anything_of_seats()
    {
        await SetStudentsAsync();
        var used = NewLetter(StudentId.Parse("s2"));
        foreach (var letter in new[] { NewLetter(StudentId.Parse("s1")), used, NewLetter(StudentId.Parse("s4")), NewLetter(Daan) })
        {
            Assert.True(await AddAsync(letter));
        }

        await CommitAsync(work => work.Letters.TryTakeSeatAsync(used.Id, 1, NewId(), Now, Cancel));

        Assert.Equal(
            [new LettersOfClass("2A", 1, 0, 0), new LettersOfClass("2B", 3, 2, 1), new LettersOfClass("2C", 1, 1, 0), new LettersOfClass(null, 1, 1, 0)],
            await LookLettersAsync(letters => letters.ClassesAsync(Cancel)));
        var page = await LookLettersAsync(letters => letters.ListAsync(new PageRequest(2, 3), Cancel));
        Assert.Equal(4, page.Total);
        Assert.Equal([new LetterListItem(Daan, "Daan de Vries", null, Now, Now.AddDays(30))], page.Items);
        var found = await LookLettersAsync(letters => letters.ListAsync(new PageRequest(Search: "bos"), Cancel));
        Assert.Equal(["Anna Bos"], found.Items.Select(item => item.DisplayName));
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

    [Fact, Trait("Rule", "L3"), Trait("Rule", "P7")]
    public async Task Two_hundred_parents_at_once_use_a_code_with_two_seats_and_two_are_linked()
    {
        var keys = new Keys();
        var personalData = new PersonalData(keys);
        var id = NewId();
        var code = ActivationCode.For(id, 1, 1, personalData)!;
        await AddAsync(NewLetter(Emma) with { Id = id, Code = code.Hash(personalData) });

        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(caller => Task.Run(() => RedeemAsync(caller), Cancel)));

        Assert.Equal(2, results.OfType<RedeemActivationCodeResult.Linked>().Count());
        Assert.Equal(198, results.OfType<RedeemActivationCodeResult.Refused>().Count());
        var (letter, seats) = (await LetterOfAsync(Emma))!;
        Assert.Equal(2, letter.UsedSeats);
        var links = await LookAsync(store => store.ParentsOfStudentAsync(Emma, Cancel));
        Assert.Equal(seats.Select(seat => seat.LinkId).Order(), links.Select(link => link.LinkId).Order());
        Assert.All(links, link => Assert.Equal(LinkOrigin.Letter, link.Origin));
        // Of those who came too late nothing is kept.
        Assert.Equal(2, (await CommitAsync(work => work.Accounts.ListAsync(new PageRequest(), Cancel))).Total);

        async Task<RedeemActivationCodeResult> RedeemAsync(int caller)
        {
            await using var scope = Host.BeginScope(School);
            var services = scope.ServiceProvider;
            using var meters = new Meters();
            var time = new FixedClock();
            var throttle = new RedeemThrottle(services.GetRequiredService<IAttemptCounters>(), personalData, new FakeSchoolContext(), new SiegeNotices(), time, NullLogger<RedeemThrottle>.Instance);
            var redeem = new RedeemActivationCode(
                services.GetRequiredService<ILetters>(), services.GetRequiredService<IParentAccessStore>(), personalData, throttle, new ParentAccessMetrics(meters), time);
            var parent = new LetterParent.Newcomer(new ExternalIdentity(ExternalProvider.Google, "https://issuer.example", $"s{caller}", null, false), $"Ouder {caller}");
            return await redeem.ExecuteAsync(new RedeemActivationCodeRequest(parent, code.Text, null, "nl", null, null), Cancel);
        }
    }

    private static Letter NewLetter(StudentId student, string? code = null) =>
        new(NewId(), student, 1, 1, Code(code ?? $"code of {student}"), 2, 0, 0, Now, Now.AddDays(30), null);

    private static Letter Next(Letter letter, string code) => letter with { Issue = letter.Issue + 1, Code = Code(code) };

    /// <summary>What stands for the hash of a code; as long as a real one.</summary>
    private static CodeHash Code(string text) => new($"1.{text.PadRight(43, '_')}");

    private Task<bool> AddAsync(Letter letter) => CommitAsync(work => work.Letters.TryAddAsync(letter, Cancel));

    private Task<LetterOfCode?> FindAsync(CodeHash code) => LookLettersAsync(letters => letters.FindAsync([code], Cancel));

    private Task<LetterWithSeats?> LetterOfAsync(StudentId student) => LookLettersAsync(letters => letters.OfStudentAsync(student, Cancel));

    private async Task<Student?> FindStudentAsync(StudentId student)
    {
        await using var scope = Host.BeginScope(School);
        return await scope.ServiceProvider.GetRequiredService<IStudents>().FindAsync(student, Cancel);
    }

    private async Task<T> LookLettersAsync<T>(Func<ILetters, Task<T>> look)
    {
        await using var scope = Host.BeginScope(School);
        return await look(scope.ServiceProvider.GetRequiredService<ILetters>());
    }

    private async Task SetStudentsAsync()
    {
        await SetAsync("s1", "Anna Bos", "2B", familyLanguage: "en");
        await SetAsync("s2", "Anna Smit", "2B");
        await SetAsync("s3", "Anna Smit", "2B");
        await SetAsync("s4", "Aad Bakker", "2C");
        await SetAsync("s5", "Zus Inactief", "2C", isActive: false);

        Task SetAsync(string id, string name, string classTitle, bool isActive = true, string? familyLanguage = null) =>
            Host.SetStudentAsync(School, new Student(StudentId.Parse(id), name.Split(' ')[0], name, isActive) { ClassTitle = classTitle, FamilyLanguage = familyLanguage });
    }

    private sealed class Keys : ISchoolKeys
    {
        public IReadOnlyList<SchoolKey> Versions { get; } = [new SchoolKey(1, Encoding.ASCII.GetBytes("the key of a school that is not."))];
    }

    private sealed class Meters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }
}
