using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>A school where codes are tried from everywhere, and how its families get in all the same.</summary>
[Trait("Rule", "P4")]
public sealed class BesiegedSchoolTests : IAsyncDisposable
{
    private readonly LetterSchool _letters = new();

    private Fakes.FakeSchool School => _letters.School;

    public ValueTask DisposeAsync() => _letters.DisposeAsync();

    [Fact]
    public async Task In_a_besieged_school_the_administrator_is_told_and_a_family_gets_in_by_work()
    {
        var code = await _letters.CodeAsync();
        await _letters.BesiegeAsync(RedeemThrottle.FreeForSchool - 1);
        Assert.False((await School.LettersOverviewAsync()).IsBesieged);
        await _letters.BesiegeAsync(1);
        Assert.True((await School.LettersOverviewAsync()).IsBesieged);

        var throttled = Assert.IsType<RedeemActivationCodeResult.Throttled>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, network: LetterSchool.Home));
        // The siege goes on while the browser works.
        Assert.All(await _letters.BesiegeAsync(50), result => Assert.IsType<RedeemActivationCodeResult.Throttled>(result));

        Assert.IsType<RedeemActivationCodeResult.Linked>(
            await School.RedeemAsync(LetterSchool.Parent("Jan"), code, network: LetterSchool.Home, answer: LetterSchool.Solve(throttled.Challenge!)));
    }

    [Fact]
    public async Task In_a_besieged_school_a_family_without_script_gets_in_by_waiting()
    {
        var code = await _letters.CodeAsync();
        await _letters.BesiegeAsync();
        var challenge = Assert.IsType<RedeemActivationCodeResult.Throttled>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code)).Challenge!;
        var waited = new ChallengeAnswer(challenge.Token, null);

        School.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.IsType<RedeemActivationCodeResult.Throttled>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, answer: waited));
        School.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, answer: waited));
    }

    [Fact]
    public async Task An_answer_opens_the_door_once_for_one_account_and_not_forever()
    {
        var code = await _letters.CodeAsync();
        await _letters.BesiegeAsync();
        var answer = LetterSchool.Solve(Assert.IsType<RedeemActivationCodeResult.Throttled>(await GuessAsync(null)).Challenge!);

        Assert.IsType<RedeemActivationCodeResult.Throttled>(await School.RedeemAsync(LetterSchool.Parent("Els"), code, answer: answer));
        // Clock, key and account stand still here, so that these are the same wrong proofs in every run.
        foreach (var number in Enumerable.Range(0, 20))
        {
            Assert.IsType<RedeemActivationCodeResult.Throttled>(await GuessAsync(new ChallengeAnswer(answer.Token, $"wrong {number}")));
        }

        Assert.IsType<RedeemActivationCodeResult.Throttled>(await GuessAsync(new ChallengeAnswer($"B{answer.Token![1..]}", answer.Proof)));
        Assert.IsType<RedeemActivationCodeResult.Throttled>(await GuessAsync(new ChallengeAnswer("?", answer.Proof)));
        Assert.IsType<RedeemActivationCodeResult.Refused>(await GuessAsync(answer));
        var again = Assert.IsType<RedeemActivationCodeResult.Throttled>(await GuessAsync(answer));

        School.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.IsType<RedeemActivationCodeResult.Throttled>(await GuessAsync(new ChallengeAnswer(again.Challenge!.Token, null)));

        Task<RedeemActivationCodeResult> GuessAsync(ChallengeAnswer? with) => School.RedeemAsync(LetterSchool.Parent("Dief"), _letters.UnknownCode(), answer: with);
    }

    [Fact]
    public async Task One_answer_sent_a_hundred_times_at_once_is_one_attempt()
    {
        await _letters.BesiegeAsync();
        var challenge = Assert.IsType<RedeemActivationCodeResult.Throttled>(await School.RedeemAsync(LetterSchool.Parent("Dief"), _letters.UnknownCode())).Challenge!;
        var answer = LetterSchool.Solve(challenge);

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(
            () => School.RedeemAsync(LetterSchool.Parent("Dief"), _letters.UnknownCode(), answer: answer), TestContext.Current.CancellationToken)));

        Assert.Single(results.OfType<RedeemActivationCodeResult.Refused>());
    }

    [Fact]
    public async Task A_challenge_of_one_process_is_known_by_the_next()
    {
        var code = await _letters.CodeAsync();
        await _letters.BesiegeAsync();
        var challenge = Assert.IsType<RedeemActivationCodeResult.Throttled>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code)).Challenge!;

        // Each use case runs in a scope of its own; nothing but the school's key connects them.
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, answer: LetterSchool.Solve(challenge)));
    }

    [Fact]
    public async Task The_school_is_asked_about_after_an_hour_again()
    {
        await _letters.BesiegeAsync();
        School.Clock.Advance(TimeSpan.FromHours(1));

        Assert.False((await School.LettersOverviewAsync()).IsBesieged);
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), await _letters.CodeAsync()));
    }
}
