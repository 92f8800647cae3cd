using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Administration;

[Trait("Rule", "L1")]
public sealed partial class LettersPageTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Page = "/admin/letters";

    [Fact]
    public async Task A_PDF_of_the_whole_school_is_made_and_downloaded()
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync("Sanne");
        await school.AddStudentAsync("Владимир", "Đặng-Ørsted");
        using var administrator = await AdministratorOfAsync(school);

        var ready = await MakeAsync(administrator);
        using var download = await administrator.RequestAsync(HttpMethod.Get, PathOfPdf(ready));
        var text = await TextOfAsync(download);

        Assert.Contains("Letters in it: 2", ready.Text, StringComparison.Ordinal);
        Assert.Equal("application/pdf", download.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(download.Headers.CacheControl!.NoStore);
        Assert.Contains("Sanne de Vries", text, StringComparison.Ordinal);
        Assert.Contains("Владимир Đặng-Ørsted", text, StringComparison.Ordinal);
        Assert.Equal(2, CodesIn(text).Distinct().Count());
        Assert.Contains("Sanne de Vries", ready.Text, StringComparison.Ordinal);
        Assert.Contains("2 2 too few to say", ready.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task Nobody_else_gets_a_PDF()
    {
        var (school, other) = (await portal.NewSchoolAsync(), await portal.NewSchoolAsync());
        var student = await school.AddStudentAsync();
        using var administrator = await AdministratorOfAsync(school);
        var path = PathOfPdf(await MakeAsync(administrator));
        using var anonymous = school.NewVisitor();
        using var studentVisitor = school.NewVisitor();
        await studentVisitor.SignInAsStudentAsync(student);
        using var parent = await school.LinkedParentAsync(student, "Jan de Vries");
        using var stranger = await AdministratorOfAsync(other);

        using var toAnonymous = await anonymous.RequestAsync(HttpMethod.Get, path);
        using var toStudent = await studentVisitor.RequestAsync(HttpMethod.Get, path);
        using var toParent = await parent.RequestAsync(HttpMethod.Get, path);
        using var toStranger = await stranger.RequestAsync(HttpMethod.Get, path);

        Assert.Equal(
            [HttpStatusCode.SeeOther, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.SeeOther],
            new[] { toAnonymous, toStudent, toParent, toStranger }.Select(answer => answer.StatusCode));
        Assert.Equal($"/{other.Id}/admin/letters?notice=NoPdf", toStranger.Headers.Location!.OriginalString);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task Issuing_anew_kills_the_former_code()
    {
        var school = await portal.NewSchoolAsync();
        var student = await school.AddStudentAsync();
        using var administrator = await AdministratorOfAsync(school);
        var former = Assert.Single(await CodesAsync(administrator, await MakeAsync(administrator)));

        var ready = await PressAsync(administrator, student, "reissue");
        var present = Assert.Single(await CodesAsync(administrator, ready));

        Assert.Contains("The former code does not work any more", ready.Text, StringComparison.Ordinal);
        Assert.NotEqual(former, present);
        Assert.IsType<RedeemActivationCodeResult.Refused>(await RedeemAsync(school, "Jan", former));
        Assert.IsType<RedeemActivationCodeResult.Linked>(await RedeemAsync(school, "Jan", present));
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task A_withdrawn_code_is_dead_and_comes_back_for_one_student_only()
    {
        var school = await portal.NewSchoolAsync();
        var student = await school.AddStudentAsync();
        using var administrator = await AdministratorOfAsync(school);
        var former = Assert.Single(await CodesAsync(administrator, await MakeAsync(administrator)));

        var withdrawn = await PressAsync(administrator, student, "withdraw");
        var forAll = await MakeAsync(administrator);
        var forOne = await PressAsync(administrator, student, "print");

        Assert.Contains("The letter is withdrawn", withdrawn.Text, StringComparison.Ordinal);
        Assert.IsType<RedeemActivationCodeResult.Refused>(await RedeemAsync(school, "Jan", former));
        Assert.Contains("There was no letter to print", forAll.Text, StringComparison.Ordinal);
        Assert.Single(await CodesAsync(administrator, forOne));
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task The_pages_are_the_same_whether_a_letter_was_used_or_not()
    {
        var school = await portal.NewSchoolAsync();
        var (unused, used) = (await school.AddStudentAsync("Anna", "Een"), await school.AddStudentAsync("Anna", "Twee"));
        using var administrator = await AdministratorOfAsync(school);
        await MakeAsync(administrator);
        var code = await CodeOfAsync(school, used);
        foreach (var parent in new[] { "Zilverkanarie", "Kwetterende Wachter" })
        {
            Assert.IsType<RedeemActivationCodeResult.Linked>(await RedeemAsync(school, parent, code));
        }

        var page = await administrator.OpenAsync(Page);
        var pages = page.Html + (await administrator.OpenAsync(Page + "?show=students")).Html;

        Assert.DoesNotContain("kanarie", pages, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Kwetterende", pages, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("2 2 too few to say", page.Text, StringComparison.Ordinal);
        Assert.Equal(Row(page, unused).Replace("Een", "Twee", StringComparison.Ordinal), Row(page, used));
        Assert.Equal((await PressAsync(administrator, unused, "reissue")).Text, (await PressAsync(administrator, used, "reissue")).Text);
        Assert.Equal((await PressAsync(administrator, unused, "withdraw")).Text, (await PressAsync(administrator, used, "withdraw")).Text);
    }

    [Theory]
    [Trait("Rule", "I9")]
    [InlineData(8, 4, "9 8 4")]
    [InlineData(8, 8, "9 8 4 or more")]
    [InlineData(4, 4, "5 4 too few to say")]
    public async Task Used_letters_of_a_class_are_told_as_a_count_that_points_at_nobody(int letters, int used, string told)
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await AdministratorOfAsync(school);
        await school.AddStudentAsync();
        for (var i = 0; i < letters; i++)
        {
            var code = await CodeOfAsync(school, await school.AddStudentAsync());
            if (i < used)
            {
                await RedeemAsync(school, string.Create(CultureInfo.InvariantCulture, $"Parent {i}"), code);
            }
        }

        var page = await administrator.OpenAsync(Page);

        Assert.Contains($"2B {told} ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_PDF_is_deleted_when_asked()
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync();
        using var administrator = await AdministratorOfAsync(school);
        var ready = await MakeAsync(administrator);

        var deleted = await administrator.SubmitAsync(ready, Page, ("do", "delete"));
        var asked = await administrator.OpenAsync(PathOfPdf(ready));

        Assert.Contains("The PDF is deleted", deleted.Text, StringComparison.Ordinal);
        Assert.Contains("This PDF is not there any more", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_name_that_is_searched_for_stands_in_no_address()
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync("Fleur", "Boomgaard");
        await school.AddStudentAsync("Ab", "Ander");
        using var administrator = await AdministratorOfAsync(school);

        var found = await administrator.SubmitAsync(
            await administrator.OpenAsync(Page + "?show=students"), Page, ("do", "search"), ("search", "boomg"), ("show", "students"));

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
        using var administrator = await AdministratorOfAsync(school);
        var before = await administrator.OpenAsync(Page);
        await using var unknown = new LetterSchool();
        for (var i = 0; i < RedeemThrottle.FreeForSchool; i++)
        {
            await RedeemAsync(school, string.Create(CultureInfo.InvariantCulture, $"Guesser {i}"), unknown.UnknownCode());
        }

        var after = await administrator.OpenAsync(Page);

        Assert.DoesNotContain("Somebody is guessing codes", before.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody is guessing codes", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schools_own_text_is_in_the_letters()
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync("Sanne");
        using var administrator = await AdministratorOfAsync(school);
        var form = await administrator.OpenAsync(Page + "/text?language=en");

        var saved = await administrator.SubmitAsync(form, "/text", Filled(form, ("title", "Welcome, family of {given name}"), ("steps", "Do this.\r\n\r\nThen that.")));
        var text = await TextOfAsync(administrator, await MakeAsync(administrator));

        Assert.Contains("The text is saved", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Welcome, family of Sanne", text, StringComparison.Ordinal);
        Assert.Contains("Then that.", text, StringComparison.Ordinal);
        var back = await administrator.SubmitAsync(saved, "/text", Filled(saved, ("do", "reset")));
        Assert.DoesNotContain("Welcome, family of", back.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task What_is_wrong_with_a_text_is_said_beside_the_field_and_nothing_typed_is_lost()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await AdministratorOfAsync(school);
        var form = await administrator.OpenAsync(Page + "/text?language=nl");

        var refused = await administrator.SubmitAsync(form, "/text", Filled(form, ("title", "Dag {naam}"), ("introduction", "")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("{naam}", refused.Document.GetElementById("field-title-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.Document.GetElementById("field-introduction-error"));
        Assert.Equal("Dag {naam}", refused.Document.GetElementById("field-title")!.GetAttribute("value"));
        Assert.Equal(form.Document.GetElementById("field-steps")!.TextContent, refused.Document.GetElementById("field-steps")!.TextContent);
    }

    [Fact]
    public async Task The_preview_shows_the_text_as_typed_with_a_code_that_nobody_has()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await AdministratorOfAsync(school);
        var form = await administrator.OpenAsync(Page + "/text?language=en");
        using var content = new FormUrlEncodedContent(Filled(form, ("title", "Only a preview"), ("do", "preview"))
            .Select(field => KeyValuePair.Create(field.Name, field.Value)));

        using var preview = await administrator.RequestAsync(HttpMethod.Post, Page + "/text", content);
        var text = await TextOfAsync(preview);

        Assert.Contains("Only a preview", text, StringComparison.Ordinal);
        Assert.Contains(PreviewLetter.SampleCode, text, StringComparison.Ordinal);
        Assert.True(preview.Headers.CacheControl!.NoStore);
        Assert.IsType<RedeemActivationCodeResult.Refused>(await RedeemAsync(school, "Jan", PreviewLetter.SampleCode));
        Assert.DoesNotContain("Only a preview", (await administrator.OpenAsync(Page + "/text?language=en")).Html, StringComparison.Ordinal);
    }

    private static async Task<Visitor> AdministratorOfAsync(TestSchool school)
    {
        var administrator = school.NewVisitor();
        await administrator.SignInAsAdministratorAsync();
        return administrator;
    }

    private static async Task<VisitedPage> MakeAsync(Visitor administrator) =>
        await EndedAsync(administrator, await administrator.SubmitAsync(await administrator.OpenAsync(Page), Page, ("do", "make"), ("whom", "school"), ("choice", "")));

    private static async Task<VisitedPage> PressAsync(Visitor administrator, TestStudent student, string action) =>
        await EndedAsync(administrator, await administrator.SubmitAsync(await administrator.OpenAsync(Page), Page, ("do", action), ("student", student.Id)));

    private static async Task<VisitedPage> EndedAsync(Visitor administrator, VisitedPage page)
    {
        for (var i = 0; i < 600; i++)
        {
            if (!page.Text.Contains("A PDF is being made", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
            page = await administrator.OpenAsync(page.Address.AbsoluteUri);
        }

        throw new TimeoutException("The letters are not made within thirty seconds.");
    }

    private static string PathOfPdf(VisitedPage page) => "/" + string.Join('/', new Uri(page.LinkTo("/pdf/")).AbsolutePath.Split('/')[2..]);

    private static IEnumerable<(string Name, string Value)> Filled(VisitedPage form, params IEnumerable<(string Name, string Value)> fields)
    {
        var values = new Dictionary<string, string>();
        foreach (var field in form.Document.QuerySelectorAll("form:has(textarea) [name]").Where(field => field.LocalName != "button"))
        {
            values[field.GetAttribute("name")!] = field.LocalName == "textarea" ? field.TextContent : field.GetAttribute("value") ?? "";
        }

        values["do"] = "save";
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return values.Select(pair => (pair.Key, pair.Value));
    }

    private static string Row(VisitedPage page, TestStudent student) =>
        page.Document.QuerySelectorAll("ul.klik-rows > li").Single(row => row.TextContent.Contains(student.Name, StringComparison.Ordinal)).TextContent;

    private static async Task<IReadOnlyList<string>> CodesAsync(Visitor administrator, VisitedPage ready) => CodesIn(await TextOfAsync(administrator, ready));

    private static IReadOnlyList<string> CodesIn(string text) => [.. Code().Matches(text).Select(match => match.Value).Distinct()];

    private static async Task<string> TextOfAsync(Visitor administrator, VisitedPage ready)
    {
        using var download = await administrator.RequestAsync(HttpMethod.Get, PathOfPdf(ready));
        return await TextOfAsync(download);
    }

    /// <summary>What independent readers find in a PDF that was served.</summary>
    private static async Task<string> TextOfAsync(HttpResponseMessage download)
    {
        Assert.Equal(HttpStatusCode.OK, download.StatusCode);
        using var folder = new TemporaryFolder();
        var path = folder.File("letters.pdf");
        await File.WriteAllBytesAsync(path, await download.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        await PdfTool.RunAsync("qpdf", "--check", path);
        return await PdfTool.RunAsync("pdftotext", "-layout", path, "-");
    }

    private static async Task<string> CodeOfAsync(TestSchool school, TestStudent student)
    {
        PrintedLetter? letter = null;
        await school.InSchoolAsync(async services => letter = await services.GetRequiredService<MakeLetters>()
            .ExecuteAsync(new LetterSelection.OneStudent(Core.Students.StudentId.Parse(student.Id)), LetterChoice.All, "nl", TestContext.Current.CancellationToken)
            .SingleAsync(TestContext.Current.CancellationToken));
        return letter!.Code.Text;
    }

    private static async Task<RedeemActivationCodeResult> RedeemAsync(TestSchool school, string name, string code)
    {
        RedeemActivationCodeResult? result = null;
        var identity = new ExternalIdentity(ExternalProvider.Google, "https://accounts.google.com", $"{school.Id} {name}", null, false);
        await school.InSchoolAsync(async services => result = await services.GetRequiredService<RedeemActivationCode>().ExecuteAsync(
            new RedeemActivationCodeRequest(new LetterParent.Newcomer(identity, name), code, null, "nl", null, null), TestContext.Current.CancellationToken));
        return result!;
    }

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}")]
    private static partial Regex Code();
}
