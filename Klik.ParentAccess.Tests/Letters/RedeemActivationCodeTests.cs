using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Tests.Letters;

public sealed class RedeemActivationCodeTests : IAsyncDisposable
{
    private readonly LetterSchool _letters = new();

    private Fakes.FakeSchool School => _letters.School;

    public ValueTask DisposeAsync() => _letters.DisposeAsync();

    [Fact, Trait("Rule", "L3"), Trait("Rule", "L5")]
    public async Task A_code_makes_an_account_and_links_it_at_once()
    {
        var code = await _letters.CodeAsync();

        var result = Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan Jansen"), code));

        Assert.Equal(_letters.Emma, result.Student.Id);
        Assert.Equal("Jan Jansen", result.Account.UserName);
        Assert.Equal(["Emma"], await School.SeenByAsync(result.Account));
        var shown = Assert.Single((await School.ParentsOfAsync(_letters.Emma)).Parents);
        Assert.Equal(("Jan Jansen", LinkOrigin.Letter), (shown.Name, shown.Origin));
        Assert.Equal(OutboxKind.LinkMade, Assert.Single(School.State.Outbox.Values).Kind);
    }

    [Fact, Trait("Rule", "L3")]
    public async Task Both_parents_use_the_same_code_and_a_third_does_not()
    {
        var code = await _letters.CodeAsync();

        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Els"), code));
        Assert.IsType<RedeemActivationCodeResult.Refused>(await School.RedeemAsync(LetterSchool.Parent("Piet"), code));

        Assert.Equal(2, School.State.Links.Count);
        Assert.Equal(2, School.State.Accounts.Count);
    }

    [Fact, Trait("Rule", "L6"), Trait("Rule", "L2")]
    public async Task A_parent_with_an_account_links_a_second_child_by_its_code()
    {
        var daan = School.Students.Add("Daan");
        var linked = Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), await _letters.CodeAsync()));
        var code = (await School.LetterAsync(daan)).Code.Text;

        var result = Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(new LetterParent.Known(linked.Account.Id), code.ToLowerInvariant()));

        Assert.Equal(linked.Account.Id, result.Account.Id);
        Assert.Equal(["Daan", "Emma"], await School.SeenByAsync(result.Account));
        Assert.Equal("Jan", Assert.Single((await School.ParentsOfAsync(daan)).Parents).Name);
    }

    [Fact, Trait("Rule", "P4")]
    public async Task Who_is_linked_already_uses_no_second_seat_and_is_told_so_even_when_all_are_used()
    {
        var code = await _letters.CodeAsync();
        await School.RedeemAsync(LetterSchool.Parent("Jan"), code);

        Assert.IsType<RedeemActivationCodeResult.AlreadyLinked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
        Assert.Equal(1, School.State.Letters[_letters.Emma].UsedSeats);

        await School.RedeemAsync(LetterSchool.Parent("Els"), code);
        Assert.IsType<RedeemActivationCodeResult.AlreadyLinked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
        Assert.Equal(2, School.State.Links.Count);
    }

    [Fact, Trait("Rule", "P7")]
    public async Task One_parent_in_many_tabs_uses_one_seat()
    {
        var code = await _letters.CodeAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            () => School.RedeemAsync(LetterSchool.Parent("Jan"), code), TestContext.Current.CancellationToken)));

        Assert.Single(results.OfType<RedeemActivationCodeResult.Linked>());
        Assert.Equal(1, School.State.Letters[_letters.Emma].UsedSeats);
        Assert.Single(School.State.Seats);
    }

    [Fact, Trait("Rule", "L7")]
    public async Task The_date_of_birth_is_asked_for_where_it_is_known_and_must_match()
    {
        _letters.KnowBirthDate();
        var code = await _letters.CodeAsync();

        Assert.IsType<RedeemActivationCodeResult.BirthDateNeeded>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
        Assert.IsType<RedeemActivationCodeResult.Refused>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, LetterSchool.BirthDate.AddDays(1)));
        Assert.Empty(School.State.Links);
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, LetterSchool.BirthDate));
    }

    [Fact, Trait("Rule", "L7")]
    public async Task A_date_that_the_school_does_not_have_is_no_obstacle()
    {
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), await _letters.CodeAsync(), LetterSchool.BirthDate));
    }

    [Fact, Trait("Rule", "P4")]
    public async Task Five_wrong_dates_freeze_a_letter_for_the_right_one_too_and_a_new_issue_thaws_it()
    {
        _letters.KnowBirthDate();
        var code = await _letters.CodeAsync();
        for (var wrong = 1; wrong <= Letter.MostWrongBirthDates; wrong++)
        {
            await School.RedeemAsync(LetterSchool.Parent($"Dief {wrong}"), code, LetterSchool.BirthDate.AddDays(wrong));
        }

        Assert.IsType<RedeemActivationCodeResult.Refused>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, LetterSchool.BirthDate));
        Assert.IsType<RedeemActivationCodeResult.Refused>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
        Assert.Equal(LetterState.Frozen, (await School.LettersOfAsync(_letters.Emma))!.State);

        var anew = await School.ReissueAsync(_letters.Emma);
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), anew!.Code.Text, LetterSchool.BirthDate));
    }

    [Fact, Trait("Rule", "P4")]
    public async Task The_right_date_forgets_wrong_ones_so_that_the_other_parent_has_five_again()
    {
        _letters.KnowBirthDate();
        var code = await _letters.CodeAsync();
        for (var wrong = 1; wrong < Letter.MostWrongBirthDates; wrong++)
        {
            await School.RedeemAsync(LetterSchool.Parent("Jan"), code, LetterSchool.BirthDate.AddDays(wrong));
        }

        await School.RedeemAsync(LetterSchool.Parent("Jan"), code, LetterSchool.BirthDate);

        Assert.Equal(0, School.State.Letters[_letters.Emma].WrongBirthDates);
    }

    [Fact, Trait("Rule", "P4"), Trait("Rule", "P7")]
    public async Task A_hundred_wrong_dates_at_once_are_five_tries()
    {
        _letters.KnowBirthDate();
        var code = await _letters.CodeAsync();

        // The right one is the last: there is no try left for it.
        await Task.WhenAll(Enumerable.Range(1, 100).Select(wrong => Task.Run(
            () => School.RedeemAsync(LetterSchool.Parent($"Dief {wrong}"), code, LetterSchool.BirthDate.AddDays(wrong)), TestContext.Current.CancellationToken)));

        Assert.Equal(Letter.MostWrongBirthDates, School.State.Letters[_letters.Emma].WrongBirthDates);
        Assert.IsType<RedeemActivationCodeResult.Refused>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code, LetterSchool.BirthDate));
    }

    [Fact, Trait("Rule", "P4")]
    public async Task Whatever_is_wrong_the_answer_is_the_same_and_nothing_is_kept()
    {
        var code = await _letters.CodeAsync();
        var others = new Dictionary<string, StudentId>();
        foreach (var name in new[] { "Expired", "UsedUp", "Revoked", "Reissued", "Inactive", "Frozen", "WrongDate" })
        {
            others[name] = School.Students.Add(name);
        }

        var codes = new Dictionary<string, string> { ["Unknown"] = _letters.UnknownCode() };
        foreach (var (name, student) in others)
        {
            codes[name] = (await School.LetterAsync(student)).Code.Text;
        }

        School.Students.Put(School.Students.Get(others["WrongDate"]) with { BirthDate = LetterSchool.BirthDate });
        School.Students.Put(School.Students.Get(others["Frozen"]) with { BirthDate = LetterSchool.BirthDate });
        for (var wrong = 1; wrong <= Letter.MostWrongBirthDates; wrong++)
        {
            await School.RedeemAsync(LetterSchool.Parent("Dief"), codes["Frozen"], LetterSchool.BirthDate.AddDays(wrong));
        }

        await School.RedeemAsync(LetterSchool.Parent("Jan"), codes["UsedUp"]);
        await School.RedeemAsync(LetterSchool.Parent("Els"), codes["UsedUp"]);
        await School.RevokeAsync(others["Revoked"]);
        await School.ReissueAsync(others["Reissued"]);
        await School.SetActiveAsync(others["Inactive"], false);
        var accounts = School.State.Accounts.Count;

        var answers = new List<RedeemActivationCodeResult>();
        foreach (var (name, wrong) in codes.Where(pair => pair.Key != "Expired"))
        {
            answers.Add(await School.RedeemAsync(LetterSchool.Parent($"Piet {name}"), wrong, LetterSchool.BirthDate.AddDays(-1)));
        }

        School.Clock.Advance(TimeSpan.FromDays(32));
        answers.Add(await School.RedeemAsync(LetterSchool.Parent("Piet Expired"), codes["Expired"], LetterSchool.BirthDate.AddDays(-1)));
        answers.Add(await School.RedeemAsync(LetterSchool.Parent("Piet"), code, LetterSchool.BirthDate.AddDays(-1)));
        answers.Add(await School.RedeemAsync(new LetterParent.Known("gone"), codes["Reissued"]));

        Assert.Equal(codes.Count + 2, answers.Count);
        Assert.All(answers, answer => Assert.Equal(new RedeemActivationCodeResult.Refused(), answer));
        Assert.Equal(accounts, School.State.Accounts.Count);
    }

    [Fact, Trait("Rule", "P4")]
    public async Task A_typo_is_told_before_anything_is_asked_and_costs_no_attempt()
    {
        var code = await _letters.CodeAsync();
        var typo = $"{(code[0] == '7' ? '8' : '7')}{code[1..]}";

        for (var time = 0; time < 50; time++)
        {
            var result = await School.RedeemAsync(LetterSchool.Parent("Jan"), typo, network: LetterSchool.Home);
            Assert.Equal(new RedeemActivationCodeResult.Mistyped(ActivationCodeProblem.Mistyped), result);
        }

        Assert.Equal(0, School.Attempts.Calls);
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
    }

    [Fact, Trait("Rule", "L5")]
    public async Task Without_a_name_nothing_is_asked()
    {
        var code = await _letters.CodeAsync();

        Assert.Equal(new RedeemActivationCodeResult.NameRefused(PersonNameProblem.Empty), await School.RedeemAsync(LetterSchool.Parent(" "), code));

        Assert.Equal(0, School.Attempts.Calls);
    }

    [Fact, Trait("Rule", "P4")]
    public async Task Letters_made_before_a_change_of_key_work_after_it()
    {
        var code = await _letters.CodeAsync();
        School.Context.Versions = [new Core.Privacy.SchoolKey(2, "a key that is newer than the one"u8.ToArray()), .. School.Context.Versions];

        Assert.Equal(code, await _letters.CodeAsync());
        Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), code));
    }

    [Fact, Trait("Rule", "I8")]
    public async Task A_parent_without_links_whose_account_is_kept_gets_it_back()
    {
        var linked = Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), await _letters.CodeAsync()));
        await School.WithdrawAsync(_letters.Emma, Assert.Single(School.State.Links.Keys));
        Assert.NotNull(School.State.Accounts[linked.Account.Id].WithoutLinksSince);

        var again = Assert.IsType<RedeemActivationCodeResult.Linked>(await School.RedeemAsync(LetterSchool.Parent("Jan"), await _letters.CodeAsync()));

        Assert.Equal(linked.Account.Id, again.Account.Id);
        Assert.Null(School.State.Accounts[linked.Account.Id].WithoutLinksSince);
    }
}
