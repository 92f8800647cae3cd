using System.Globalization;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Letters;

[Trait("Rule", "L1")]
public sealed class MakeLettersTests : IAsyncDisposable
{
    private static readonly LetterSelection All = new LetterSelection.WholeSchool();

    private readonly FakeSchool _school = new();

    public ValueTask DisposeAsync() => _school.DisposeAsync();

    [Fact]
    public async Task Each_active_student_of_the_school_a_class_or_one_alone_gets_a_letter()
    {
        Add("Anna", "2A");
        Add("Bas", "2B");
        var carla = Add("Carla", "2B");
        Add("Dirk", null);
        await _school.SetActiveAsync(Add("Eva", "2A"), false);

        Assert.Equal(["Carla"], Names(await _school.LettersAsync(new LetterSelection.OneStudent(carla))));
        Assert.Equal(["Bas", "Carla"], Names(await _school.LettersAsync(new LetterSelection.OneClass("2B"))));
        Assert.Equal(["Anna", "Bas", "Carla", "Dirk"], Names(await _school.LettersAsync(All)));
        Assert.Equal(4, _school.State.Letters.Count);
    }

    [Fact]
    public async Task Many_students_come_by_class_and_name_each_once()
    {
        for (var number = 0; number < 450; number++)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"Leerling{number:D3}"), $"Klas {number % 7}");
        }

        var letters = await _school.LettersAsync(All);

        Assert.Equal(450, letters.Select(letter => letter.Code.Text).Distinct().Count());
        Assert.Equal(letters.OrderBy(letter => letter.Student.ClassTitle).ThenBy(letter => letter.Student.DisplayName, StringComparer.Ordinal), letters);
    }

    [Fact, Trait("Rule", "P4")]
    public async Task A_letter_has_two_seats_and_whole_days_as_the_school_chose_and_no_code_is_stored()
    {
        var anna = Add("Anna", "2A");

        var printed = await _school.LetterAsync(anna);

        var letter = _school.State.Letters[anna];
        Assert.Equal((2, 0, 1), (letter.Seats, letter.UsedSeats, letter.Issue));
        // Made on 2 March: it works up to and including 1 April, until the next day begins in Amsterdam.
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 22, 0, 0, TimeSpan.Zero), printed.ExpiresAt);
        Assert.Equal(letter.ExpiresAt, printed.ExpiresAt);
        Assert.DoesNotContain(printed.Code.Text.Replace("-", "", StringComparison.Ordinal), letter.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(printed.Code.Text, letter.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact, Trait("Rule", "P4")]
    public async Task Printing_again_gives_the_same_letter()
    {
        var anna = Add("Anna", "2A");
        var first = await _school.LetterAsync(anna);
        _school.Clock.Advance(TimeSpan.FromDays(3));

        var again = await _school.LetterAsync(anna);

        Assert.Equal(first, again);
        Assert.Equal(1, _school.State.Letters[anna].Issue);
    }

    [Fact]
    public async Task Letters_with_unused_seats_are_printed_again_and_nothing_is_made()
    {
        var (free, half, used, old, withdrawn) = (Add("A-free", "2A"), Add("B-half", "2A"), Add("C-used", "2A"), Add("D-old", "2A"), Add("E-withdrawn", "2A"));
        await _school.LettersAsync(new LetterSelection.OneStudent(old));
        _school.Clock.Advance(TimeSpan.FromDays(40));
        foreach (var student in new[] { free, half, used, withdrawn })
        {
            await _school.LetterAsync(student);
        }

        await _school.UseLetterAsync(half, "Jan");
        await _school.UseLetterAsync(used, "Jan");
        await _school.UseLetterAsync(used, "Els");
        await _school.RevokeAsync(withdrawn);
        Add("F-none", "2A");

        var printed = await _school.LettersAsync(All, LetterChoice.WithUnusedSeats);

        Assert.Equal(["A-free", "B-half"], Names(printed));
        // How many are left is not the printer's to know (rule I9).
        Assert.Equal([2, 2], printed.Select(letter => letter.Seats));
        Assert.Equal(5, _school.State.Letters.Count);
    }

    [Fact]
    public async Task All_gives_everybody_a_letter_that_works_but_not_where_it_was_withdrawn()
    {
        var (used, old, withdrawn) = (Add("A-used", "2A"), Add("B-old", "2A"), Add("C-withdrawn", "2A"));
        var first = await _school.LetterAsync(old);
        _school.Clock.Advance(TimeSpan.FromDays(40));
        await _school.UseLetterAsync(used, "Jan");
        await _school.UseLetterAsync(used, "Els");
        await _school.LetterAsync(withdrawn);
        await _school.RevokeAsync(withdrawn);

        var printed = await _school.LettersAsync(All);

        Assert.Equal(["A-used", "B-old"], Names(printed));
        Assert.Equal([2, 2], printed.Select(letter => letter.Seats));
        Assert.NotEqual(first.Code, printed[1].Code);
        Assert.Equal((4, 2), (_school.State.Letters[used].Seats, _school.State.Letters[used].UsedSeats));
        Assert.All(printed, letter => Assert.Equal(LetterState.Open, _school.State.Letters[letter.Student.Id].StateAt(_school.Clock.GetUtcNow())));
    }

    [Fact, Trait("Rule", "P5")]
    public async Task A_withdrawn_letter_comes_back_only_for_a_student_who_is_meant()
    {
        var anna = Add("Anna", "2A");
        var first = await _school.LetterAsync(anna);
        await _school.RevokeAsync(anna);

        Assert.Empty(await _school.LettersAsync(new LetterSelection.OneClass("2A")));
        var anew = await _school.LetterAsync(anna);

        Assert.NotEqual(first.Code, anew.Code);
        Assert.IsType<RedeemActivationCodeResult.Refused>(await _school.RedeemAsync(LetterSchool.Parent("Jan"), first.Code.Text));
        Assert.IsType<RedeemActivationCodeResult.Linked>(await _school.RedeemAsync(LetterSchool.Parent("Jan"), anew.Code.Text));
    }

    [Fact, Trait("Rule", "P4")]
    public async Task A_letter_whose_key_is_gone_gets_a_new_code()
    {
        var anna = Add("Anna", "2A");
        var first = await _school.LetterAsync(anna);
        _school.Context.Versions = [new SchoolKey(2, "a key that is newer than the one"u8.ToArray())];

        var anew = await _school.LetterAsync(anna);

        Assert.NotEqual(first.Code, anew.Code);
        Assert.Equal(2, _school.State.Letters[anna].KeyVersion);
        Assert.IsType<RedeemActivationCodeResult.Linked>(await _school.RedeemAsync(LetterSchool.Parent("Jan"), anew.Code.Text));
    }

    [Fact, Trait("Rule", "P7")]
    public async Task Several_administrators_at_once_print_the_same_letters()
    {
        for (var number = 0; number < 30; number++)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"Leerling{number:D2}"), "2A");
        }

        var piles = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _school.LettersAsync(All), TestContext.Current.CancellationToken)));

        Assert.All(piles, pile => Assert.Equal(piles[0].Select(letter => letter.Code), pile.Select(letter => letter.Code)));
    }

    [Fact, Trait("Rule", "I9")]
    public async Task A_letter_looks_the_same_whether_a_seat_is_used_or_not()
    {
        var (used, unused) = (Add("Anna", "2A"), Add("Bas", "2A"));
        await _school.LettersAsync(All);
        await _school.UseLetterAsync(used, "Jan");

        var again = await _school.LettersAsync(All);
        var (usedAnew, unusedAnew) = (await _school.ReissueAsync(used), await _school.ReissueAsync(unused));

        Assert.Equal(again[1], again[0] with { Student = again[1].Student, Code = again[1].Code });
        Assert.Equal(unusedAnew, usedAnew! with { Student = unusedAnew!.Student, Code = unusedAnew.Code });
    }

    [Fact, Trait("Rule", "L1"), Trait("Rule", "P8")]
    public async Task A_letter_is_in_the_family_s_language_where_it_is_known_and_there_are_letters_in_it()
    {
        var anna = Add("Anna", "2A");
        _school.Students.Put(_school.Students.Get(Add("Bas", "2A")) with { FamilyLanguage = "en" });
        _school.Students.Put(_school.Students.Get(Add("Cem", "2A")) with { FamilyLanguage = "tr" });

        Assert.Equal(["nl", "en", "nl"], (await _school.LettersAsync(All)).Select(letter => letter.Language));
        Assert.Equal("nl", (await _school.LetterAsync(anna)).Language);
    }

    [Fact, Trait("Rule", "I13")]
    public async Task Letters_long_expired_are_erased_and_the_links_stay()
    {
        var anna = Add("Anna", "2A");
        await _school.UseLetterAsync(anna, "Jan");
        _school.Clock.Advance(TimeSpan.FromDays(60));
        await _school.EraseLettersAsync();
        Assert.Single(_school.State.Letters);

        _school.Clock.Advance(TimeSpan.FromDays(1));
        await _school.EraseLettersAsync();

        Assert.Empty(_school.State.Letters);
        Assert.Empty(_school.State.Seats);
        Assert.Single(_school.State.Links);
    }

    private static IEnumerable<string> Names(IEnumerable<PrintedLetter> letters) => letters.Select(letter => letter.Student.GivenName);

    private StudentId Add(string name, string? classTitle) => _school.Students.Add(name, classTitle);
}
