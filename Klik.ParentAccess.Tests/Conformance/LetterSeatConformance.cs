using System.Diagnostics.Metrics;
using System.Text;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Throttling;
using Klik.ParentAccess.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>The seats of a letter and the wrong dates of birth, which are counted by the database however many come at once.</summary>
[Trait("Rule", "P4")]
public abstract class LetterSeatConformance(IStoreHost host) : LetterConformance(host)
{
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
    public async Task Five_of_a_hundred_wrong_dates_at_once_are_counted_and_leave_no_seat()
    {
        var letter = NewLetter(Emma);
        await AddAsync(letter);
        await AddAsync(NewLetter(Daan));

        Assert.False(await CommitAsync(work => work.Letters.TryCountWrongBirthDateAsync(letter.Id, 2, 5, Cancel)));
        var counted = await HundredAtOnceAsync((_, work) => work.Letters.TryCountWrongBirthDateAsync(letter.Id, 1, 5, Cancel));

        Assert.Equal(5, counted.Count(won => won));
        Assert.Equal(5, (await LetterOfAsync(Emma))?.Letter.WrongBirthDates);
        Assert.Equal(0, (await LetterOfAsync(Daan))?.Letter.WrongBirthDates);
        Assert.False(await CommitAsync(work => work.Letters.TryTakeSeatAsync(letter.Id, 1, NewId(), Now, Cancel)));
        Assert.Empty((await LetterOfAsync(Emma))!.Seats);
    }

    [Fact]
    public async Task A_seat_forgets_wrong_dates()
    {
        var letter = NewLetter(Emma) with { WrongBirthDates = Letter.MostWrongBirthDates - 1 };
        await AddAsync(letter);

        Assert.True(await CommitAsync(work => work.Letters.TryTakeSeatAsync(letter.Id, 1, NewId(), Now, Cancel)));

        Assert.Equal(0, (await LetterOfAsync(Emma))?.Letter.WrongBirthDates);
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
