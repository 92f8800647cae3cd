using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Tests.Portal;
using OrchardCore.Settings;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The settings of letters under Settings > Parent access, saved as an administrator does.</summary>
[Trait("Rule", "P4")]
[Collection<LetterSchools>]
public sealed class LetterSettingsTests(RunningHost host)
{
    [Fact]
    public async Task Seats_and_lifetime_are_those_of_letters_made_from_then_on()
    {
        var school = await LetterSchools.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        var (former, _) = await school.NewLetterAsync();

        await SaveAsync(administrator, seats: "3", days: "10");
        var (student, _) = await school.NewLetterAsync();
        await SaveAsync(administrator, seats: "", days: "");
        var (later, _) = await school.NewLetterAsync();

        Assert.Equal((2, 30), await SeatsAndDaysAsync(school, former));
        Assert.Equal((3, 10), await SeatsAndDaysAsync(school, student));
        Assert.Equal((2, 30), await SeatsAndDaysAsync(school, later));
    }

    [Theory]
    [InlineData("LetterSeats", "0", "Fill in a number from 1 to 10.")]
    [InlineData("LetterSeats", "11", "Fill in a number from 1 to 10.")]
    [InlineData("LetterLifetimeDays", "366", "Fill in a number from 1 to 365.")]
    public async Task A_wrong_value_is_refused_with_a_sentence(string field, string value, string sentence)
    {
        var school = await LetterSchools.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();

        var page = await administrator.SaveSettingsAsync(($"ISite.LetterSettings.{field}", value));

        Assert.Contains(sentence, page.Document.QuerySelector($"[data-valmsg-for='ISite.LetterSettings.{field}'].field-validation-error")?.TextContent ?? "", StringComparison.Ordinal);
        LetterSettings? kept = null;
        await school.InSiteAsync(async services => kept = await services.GetRequiredService<ISiteService>().GetSettingsAsync<LetterSettings>());
        Assert.Equal((null, null), (kept!.LetterSeats, kept.LetterLifetimeDays));
    }

    private static async Task SaveAsync(SiteVisitor administrator, string seats, string days) =>
        await administrator.SaveSettingsAsync(("ISite.LetterSettings.LetterSeats", seats), ("ISite.LetterSettings.LetterLifetimeDays", days));

    private static async Task<(int Seats, int Days)> SeatsAndDaysAsync(SiteSchool school, TestStudent student)
    {
        Letter? letter = null;
        await school.InSiteAsync(async services =>
            letter = (await services.GetRequiredService<ILetters>().OfStudentAsync(StudentId.Parse(student.Id), TestContext.Current.CancellationToken))!.Letter);
        return (letter!.Seats, (int)(letter.ExpiresAt - letter.MadeAt).TotalDays);
    }
}
