using System.Globalization;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Administration;

/// <summary>What an administrator of the portal is told of the use of letters, and what not.</summary>
[Trait("Rule", "L1")]
public sealed class LetterUseTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    [Trait("Rule", "I9")]
    public async Task The_pages_are_the_same_whether_a_letter_was_used_or_not()
    {
        var school = await portal.NewSchoolAsync();
        var (unused, used) = (await school.AddStudentAsync("Anna", "Een"), await school.AddStudentAsync("Anna", "Twee"));
        using var administrator = await school.NewAdministratorAsync();
        await administrator.MakeAsync();
        var code = await school.MakeLetterAsync(used);
        foreach (var parent in new[] { "Zilverkanarie", "Kwetterende Wachter" })
        {
            Assert.IsType<RedeemActivationCodeResult.Linked>(await school.RedeemAsync(parent, code));
        }

        var page = await administrator.OpenAsync(LettersPage.Path);
        var pages = page.Html + (await administrator.OpenAsync(LettersPage.Path + "?show=students")).Html;

        Assert.DoesNotContain("kanarie", pages, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Kwetterende", pages, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("2 2 too few to say", page.Text, StringComparison.Ordinal);
        Assert.Equal(Row(page, unused).Replace("Een", "Twee", StringComparison.Ordinal), Row(page, used));
        Assert.Equal((await administrator.PressAsync(unused, "reissue")).Text, (await administrator.PressAsync(used, "reissue")).Text);
        Assert.Equal((await administrator.PressAsync(unused, "withdraw")).Text, (await administrator.PressAsync(used, "withdraw")).Text);
    }

    [Theory]
    [Trait("Rule", "I9")]
    [InlineData(8, 4, "9 8 4")]
    [InlineData(8, 8, "9 8 4 or more")]
    [InlineData(4, 4, "5 4 too few to say")]
    public async Task Used_letters_of_a_class_are_told_as_a_count_that_points_at_nobody(int letters, int used, string told)
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        await school.AddStudentAsync();
        for (var i = 0; i < letters; i++)
        {
            var code = await school.MakeLetterAsync(await school.AddStudentAsync());
            if (i < used)
            {
                await school.RedeemAsync(string.Create(CultureInfo.InvariantCulture, $"Parent {i}"), code);
            }
        }

        var page = await administrator.OpenAsync(LettersPage.Path);

        Assert.Contains($"2B {told} ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_name_that_is_searched_for_stands_in_no_address()
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync("Fleur", "Boomgaard");
        await school.AddStudentAsync("Ab", "Ander");
        using var administrator = await school.NewAdministratorAsync();

        var found = await administrator.SubmitAsync(
            await administrator.OpenAsync(LettersPage.Path + "?show=students"), LettersPage.Path, ("do", "search"), ("search", "boomg"), ("show", "students"));

        Assert.Contains("Fleur Boomgaard", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ab Ander", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("boomg", found.Address.AbsoluteUri, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task The_administrator_is_told_that_codes_are_being_guessed()
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();
        var before = await administrator.OpenAsync(LettersPage.Path);
        await using var unknown = new LetterSchool();
        for (var i = 0; i < RedeemThrottle.FreeForSchool; i++)
        {
            await school.RedeemAsync(string.Create(CultureInfo.InvariantCulture, $"Guesser {i}"), unknown.UnknownCode());
        }

        var after = await administrator.OpenAsync(LettersPage.Path);

        Assert.DoesNotContain("Somebody is guessing codes", before.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody is guessing codes", after.Text, StringComparison.Ordinal);
    }

    private static string Row(VisitedPage page, TestStudent student) =>
        page.Document.QuerySelectorAll("ul.klik-rows > li").Single(row => row.TextContent.Contains(student.Name, StringComparison.Ordinal)).TextContent;
}
