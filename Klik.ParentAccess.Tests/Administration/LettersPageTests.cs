using System.Net;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Administration;

/// <summary>What an administrator of the portal does with letters, and who cannot.</summary>
[Trait("Rule", "L1")]
public sealed class LettersPageTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    public async Task A_PDF_of_the_whole_school_is_made_and_downloaded()
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync("Sanne");
        await school.AddStudentAsync("Владимир", "Đặng-Ørsted");
        using var administrator = await school.NewAdministratorAsync();

        var ready = await administrator.MakeAsync();
        using var download = await administrator.RequestAsync(HttpMethod.Get, LettersPage.PathOfPdf(ready));
        var text = await ServedPdf.TextOfAsync(download);

        Assert.Contains("Letters in it: 2", ready.Text, StringComparison.Ordinal);
        Assert.Equal("application/pdf", download.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(download.Headers.CacheControl!.NoStore);
        Assert.Contains("Sanne de Vries", text, StringComparison.Ordinal);
        Assert.Contains("Владимир Đặng-Ørsted", text, StringComparison.Ordinal);
        Assert.Equal(2, ServedPdf.CodesIn(text).Distinct().Count());
        Assert.Contains("Sanne de Vries", ready.Text, StringComparison.Ordinal);
        Assert.Contains("2 2 too few to say", ready.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task Nobody_else_gets_a_PDF()
    {
        var (school, other) = (await portal.NewSchoolAsync(), await portal.NewSchoolAsync());
        var student = await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();
        var path = LettersPage.PathOfPdf(await administrator.MakeAsync());
        using var anonymous = school.NewVisitor();
        using var studentVisitor = school.NewVisitor();
        await studentVisitor.SignInAsStudentAsync(student);
        using var parent = await school.LinkedParentAsync(student, "Jan de Vries");
        using var stranger = await other.NewAdministratorAsync();

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
        using var administrator = await school.NewAdministratorAsync();
        var former = Assert.Single(await administrator.CodesAsync(await administrator.MakeAsync()));

        var ready = await administrator.PressAsync(student, "reissue");
        var present = Assert.Single(await administrator.CodesAsync(ready));

        Assert.Contains("The former code does not work any more", ready.Text, StringComparison.Ordinal);
        Assert.NotEqual(former, present);
        Assert.IsType<RedeemActivationCodeResult.Refused>(await school.RedeemAsync("Jan", former));
        Assert.IsType<RedeemActivationCodeResult.Linked>(await school.RedeemAsync("Jan", present));
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task A_withdrawn_code_is_dead_and_comes_back_for_one_student_only()
    {
        var school = await portal.NewSchoolAsync();
        var student = await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();
        var former = Assert.Single(await administrator.CodesAsync(await administrator.MakeAsync()));

        var withdrawn = await administrator.PressAsync(student, "withdraw");
        var forAll = await administrator.MakeAsync();
        var forOne = await administrator.PressAsync(student, "print");

        Assert.Contains("The letter is withdrawn", withdrawn.Text, StringComparison.Ordinal);
        Assert.IsType<RedeemActivationCodeResult.Refused>(await school.RedeemAsync("Jan", former));
        Assert.Contains("There was no letter to print", forAll.Text, StringComparison.Ordinal);
        Assert.Single(await administrator.CodesAsync(forOne));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_PDF_is_deleted_when_asked()
    {
        var school = await portal.NewSchoolAsync();
        await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();
        var ready = await administrator.MakeAsync();

        var deleted = await administrator.SubmitAsync(ready, LettersPage.Path, ("do", "delete"));
        var asked = await administrator.OpenAsync(LettersPage.PathOfPdf(ready));

        Assert.Contains("The PDF is deleted", deleted.Text, StringComparison.Ordinal);
        Assert.Contains("This PDF is not there any more", asked.Text, StringComparison.Ordinal);
    }
}
