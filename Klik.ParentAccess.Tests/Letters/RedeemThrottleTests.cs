using System.Net;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;

namespace Klik.ParentAccess.Tests.Letters;

[Trait("Rule", "P4")]
public sealed class RedeemThrottleTests : IAsyncDisposable
{
    private readonly LetterSchool _letters = new();

    private Fakes.FakeSchool School => _letters.School;

    public ValueTask DisposeAsync() => _letters.DisposeAsync();

    [Fact]
    public async Task An_account_waits_after_ten_failures_from_half_a_minute_up_to_an_hour()
    {
        var free = await _letters.GuessAsync(RedeemThrottle.FreeForAccount, _ => "Dief", _ => null);
        Assert.All(free, result => Assert.IsType<RedeemActivationCodeResult.Refused>(result));

        foreach (var seconds in new[] { 30, 60, 120, 240, 480, 960, 1920, 3600, 3600 })
        {
            var throttled = Assert.IsType<RedeemActivationCodeResult.Throttled>(await GuessAsync());
            Assert.Equal((TimeSpan.FromSeconds(seconds), null), (throttled.RetryAfter, throttled.Challenge));
            School.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.IsType<RedeemActivationCodeResult.Throttled>(await GuessAsync());
            School.Clock.Advance(TimeSpan.FromTicks(1));
            Assert.IsType<RedeemActivationCodeResult.Refused>(await GuessAsync());
        }

        async Task<RedeemActivationCodeResult> GuessAsync() => Assert.Single(await _letters.GuessAsync(1, _ => "Dief", _ => null));
    }

    [Fact]
    public async Task An_account_that_waits_is_not_let_in_with_the_right_code_and_nobody_else_waits()
    {
        var code = await _letters.CodeAsync();
        await _letters.GuessAsync(RedeemThrottle.FreeForAccount, _ => "Dief", _ => null);

        Assert.IsType<RedeemActivationCodeResult.Throttled>(await School.RedeemAsync(LetterSchool.Parent("Dief"), code));
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
    }

    [Fact]
    public async Task A_parent_who_gets_in_starts_anew()
    {
        var daan = School.Students.Add("Daan");
        await _letters.GuessAsync(RedeemThrottle.FreeForAccount - 1, _ => "Jan", _ => LetterSchool.Home);
        await School.RedeemAsync(LetterSchool.Parent("Jan"), await _letters.CodeAsync(), network: LetterSchool.Home);

        await _letters.GuessAsync(RedeemThrottle.FreeForAccount - 1, _ => "Jan", _ => LetterSchool.Home);

        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), (await School.LetterAsync(daan)).Code.Text, network: LetterSchool.Home));
    }

    [Fact]
    public async Task Failures_cannot_be_cleared_with_a_code_that_is_used_already()
    {
        var code = await _letters.CodeAsync();
        await School.RedeemAsync(LetterSchool.Parent("Jan"), code);
        for (var time = 0; time < RedeemThrottle.FreeForAccount; time++)
        {
            Assert.IsType<RedeemActivationCodeResult.Refused>(await School.RedeemAsync(LetterSchool.Parent("Jan"), _letters.UnknownCode()));
            School.Clock.Advance(TimeSpan.FromSeconds(1));
            if (time < RedeemThrottle.FreeForAccount - 1)
            {
                Assert.IsType<RedeemActivationCodeResult.AlreadyLinked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
            }
        }

        Assert.IsType<RedeemActivationCodeResult.Throttled>(await School.RedeemAsync(LetterSchool.Parent("Jan"), _letters.UnknownCode()));
    }

    [Fact]
    public async Task Asking_for_the_date_of_birth_is_no_failure()
    {
        _letters.KnowBirthDate();
        var code = await _letters.CodeAsync();
        for (var time = 0; time < 40; time++)
        {
            Assert.IsType<RedeemActivationCodeResult.BirthDateNeeded>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, network: LetterSchool.Home));
        }

        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, LetterSchool.BirthDate, LetterSchool.Home));
    }

    [Fact]
    public async Task Asking_for_the_date_of_birth_begins_no_wait_anew()
    {
        _letters.KnowBirthDate();
        var code = await _letters.CodeAsync();
        await _letters.GuessAsync(RedeemThrottle.FreeForAccount, _ => "Jan", _ => null);
        School.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<RedeemActivationCodeResult.BirthDateNeeded>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, LetterSchool.BirthDate));
    }

    [Fact]
    public async Task Two_hundred_tries_at_once_by_one_account_get_no_further_than_ten()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(
            () => School.RedeemAsync(LetterSchool.Parent("Dief"), _letters.UnknownCode()), TestContext.Current.CancellationToken)));

        Assert.Equal(RedeemThrottle.FreeForAccount, results.OfType<RedeemActivationCodeResult.Refused>().Count());
        Assert.Equal(190, results.OfType<RedeemActivationCodeResult.Throttled>().Count());
    }

    [Fact]
    public async Task After_thirty_failures_from_a_network_a_family_there_gets_in_by_a_second_of_work()
    {
        var code = await _letters.CodeAsync();
        await _letters.GuessAsync(RedeemThrottle.FreeForNetwork, attempt => $"Leerling {attempt}", _ => LetterSchool.Home);

        var throttled = Assert.IsType<RedeemActivationCodeResult.Throttled>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, network: LetterSchool.Home));
        Assert.Equal(TimeSpan.FromSeconds(30), throttled.RetryAfter);

        Assert.IsType<RedeemActivationCodeResult.Linked>(
            await School.RedeemAsync(LetterSchool.Parent("Jan"), code, network: LetterSchool.Home, answer: LetterSchool.Solve(throttled.Challenge!)));
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Els"), code, network: IPAddress.Parse("192.0.2.8")));
    }

    [Fact]
    public async Task Ten_minutes_later_the_network_is_free_again()
    {
        await _letters.GuessAsync(RedeemThrottle.FreeForNetwork, attempt => $"Leerling {attempt}", _ => LetterSchool.Home);
        School.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), await _letters.CodeAsync(), network: LetterSchool.Home));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    public async Task A_household_is_one_network_whatever_its_telephones_call_themselves(string one, string other, bool isSame)
    {
        await _letters.GuessAsync(RedeemThrottle.FreeForNetwork, attempt => $"Dief {attempt}", _ => IPAddress.Parse(one));

        var result = await School.RedeemAsync(LetterSchool.Parent("Jan"), _letters.UnknownCode(), network: IPAddress.Parse(other));

        Assert.Equal(isSame, result is RedeemActivationCodeResult.Throttled);
    }

    [Fact]
    public async Task A_parents_evening_behind_one_address_is_not_stopped_by_those_who_get_in()
    {
        var parents = Enumerable.Range(0, 60).Select(number => $"Ouder {number}").ToList();
        foreach (var parent in parents)
        {
            var student = School.Students.Add($"Kind-van-{parent.Replace(' ', '-')}");
            var code = (await School.LetterAsync(student)).Code.Text;
            Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent(parent), code, network: LetterSchool.Home));
        }
    }

    [Fact]
    public async Task Every_guess_costs_the_same_few_questions()
    {
        await _letters.CodeAsync();
        foreach (var account in new[] { "Dief", "Dief", "Ander" })
        {
            var before = School.Attempts.Calls;
            await School.RedeemAsync(LetterSchool.Parent(account), _letters.UnknownCode(), network: LetterSchool.Home);
            Assert.Equal(2, School.Attempts.Calls - before);
        }
    }

    [Fact, Trait("Rule", "I13")]
    public async Task Neither_account_nor_network_can_be_read_from_what_is_counted()
    {
        await School.RedeemAsync(LetterSchool.Parent("Jan"), _letters.UnknownCode(), network: LetterSchool.Home);

        Assert.Equal(3, School.Attempts.Keys.Count);
        Assert.All(School.Attempts.Keys, key =>
        {
            Assert.DoesNotContain("google", key, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("192.0.2", key, StringComparison.Ordinal);
            Assert.InRange(key.Length, 1, 100);
        });
    }

    [Fact, Trait("Rule", "I13")]
    public async Task Counts_of_yesterday_are_erased()
    {
        await School.RedeemAsync(LetterSchool.Parent("Jan"), _letters.UnknownCode(), network: LetterSchool.Home);
        Assert.NotEmpty(School.Attempts.Keys);
        School.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));

        await School.EraseAsync();

        Assert.Empty(School.Attempts.Keys);
    }
}
