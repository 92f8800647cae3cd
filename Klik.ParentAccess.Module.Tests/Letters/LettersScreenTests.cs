using System.Net;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>Parent letters among Orchard's admin screens.</summary>
[Trait("Rule", "L1")]
[Collection<LetterSchools>]
public sealed class LettersScreenTests(RunningHost host)
{
    [Fact]
    [Trait("Rule", "O1")]
    public async Task A_PDF_of_the_whole_school_is_made_and_downloaded()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (sanne, other) = (await school.AddStudentAsync("Sanne"), await school.AddStudentAsync("Владимир Đặng-Ørsted"));
        using var administrator = await school.NewAdministratorAsync();

        var ready = await administrator.MakeAsync();
        using var download = await administrator.RequestAsync(HttpMethod.Get, LetterScreen.PdfOf(ready));
        var text = await ServedPdf.TextOfAsync(download);

        Assert.Equal(("application/pdf", "attachment"), (download.Content.Headers.ContentType!.MediaType, download.Content.Headers.ContentDisposition!.DispositionType));
        Assert.True(download.Headers.CacheControl!.NoStore);
        Assert.All([sanne.Name, other.Name], name => Assert.Contains(name, text, StringComparison.Ordinal));
        Assert.Contains($"{host.Address.Replace("http://", "", StringComparison.Ordinal)}{LetterSchools.Prefix}/a", text, StringComparison.Ordinal);
        Assert.Contains($"Letters in it: {ServedPdf.CodesIn(text).Count}", LetterScreen.Said(ready), StringComparison.Ordinal);
        // Within the admin theme, with its menu.
        Assert.NotNull(ready.Document.QuerySelector($"#ta-left-sidebar a[href$='{LetterScreen.Path}']"));
    }

    [Fact]
    [Trait("Rule", "L3")]
    public async Task The_code_in_the_PDF_links_its_student()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var student = await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();
        await administrator.MakeAsync();
        using var parent = school.NewParent();

        var one = await administrator.PressAsync(student, "print");
        var text = await administrator.TextOfAsync(one);
        var linked = await parent.RegisterByLetterAsync(Assert.Single(ServedPdf.CodesIn(text)));

        Assert.Contains(student.Name, text, StringComparison.Ordinal);
        Assert.Contains(student.Name, linked.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task Issuing_anew_kills_the_former_code_and_withdrawing_the_present_one()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (student, former) = await school.NewLetterAsync();
        using var administrator = await school.NewAdministratorAsync();

        var ready = await administrator.PressAsync(student, "reissue");
        var present = Assert.Single(ServedPdf.CodesIn(await administrator.TextOfAsync(ready)));
        var dead = await school.RedeemAsync("Jan", former);
        var alive = await school.RedeemAsync("Jan", present);
        var withdrawn = await administrator.PressAsync(student, "withdraw");

        Assert.Contains("The former code does not work any more", LetterScreen.Said(ready), StringComparison.Ordinal);
        Assert.IsType<RedeemActivationCodeResult.Refused>(dead);
        Assert.IsType<RedeemActivationCodeResult.Linked>(alive);
        Assert.Contains("The letter is withdrawn", LetterScreen.Said(withdrawn), StringComparison.Ordinal);
        Assert.IsType<RedeemActivationCodeResult.Refused>(await school.RedeemAsync("Eva", present));
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task The_screens_are_the_same_whether_a_letter_was_used_or_not()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (unused, _) = await school.NewLetterAsync("Anna");
        var (used, code) = await school.NewLetterAsync("Anna");
        using var administrator = await school.NewAdministratorAsync();
        foreach (var parent in new[] { "Merel Zanger", "Specht Zanger" })
        {
            Assert.IsType<RedeemActivationCodeResult.Linked>(await school.RedeemAsync(parent, code));
        }

        var (left, right) = (await administrator.SearchAsync(unused.Name), await administrator.SearchAsync(used.Name));

        Assert.Equal(Said(left), Said(right));
        Assert.All([left, right], page => Assert.DoesNotContain("Zanger", page.Html, StringComparison.OrdinalIgnoreCase));
        foreach (var action in new[] { "print", "reissue", "withdraw" })
        {
            Assert.Equal(Said(await administrator.PressAsync(unused, action)), Said(await administrator.PressAsync(used, action)));
        }

        string Said(VisitedPage page) =>
            LetterScreen.Said(page).Replace(unused.Name, "Anna", StringComparison.Ordinal).Replace(used.Name, "Anna", StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task A_name_that_is_searched_for_stands_in_no_address_and_no_log()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var ((fleur, _), (other, _)) = (await school.NewLetterAsync("Fleur"), await school.NewLetterAsync("Ab"));
        using var administrator = await school.NewAdministratorAsync();

        var found = await administrator.SearchAsync(fleur.Name);

        Assert.Contains(fleur.Name, LetterScreen.Said(found), StringComparison.Ordinal);
        Assert.DoesNotContain(other.Name, LetterScreen.Said(found), StringComparison.Ordinal);
        Assert.DoesNotContain("fleur", found.Address.AbsoluteUri, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains(fleur.Id, StringComparison.OrdinalIgnoreCase) && line.Text.Contains("Fleur", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task The_administrator_is_told_that_codes_are_being_guessed()
    {
        var school = await LetterSchools.SetUpAsync(host);
        await school.AddStudentAsync();
        using var administrator = await school.NewAdministratorAsync();
        var before = await administrator.OpenAsync(LetterScreen.Path);
        await using var unknown = new LetterSchool();
        for (var i = 0; i < RedeemThrottle.FreeForSchool; i++)
        {
            await school.RedeemAsync("Guesser", unknown.UnknownCode());
        }

        var after = await administrator.OpenAsync(LetterScreen.Path);

        Assert.DoesNotContain("Somebody is guessing codes", before.Html, StringComparison.Ordinal);
        Assert.Contains("Somebody is guessing codes", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task Nobody_else_gets_a_PDF_or_sees_the_screens()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (student, code) = await school.NewLetterAsync();
        using var administrator = await school.NewAdministratorAsync();
        var pdf = LetterScreen.PdfOf(await administrator.MakeAsync());
        using var nobody = school.NewVisitor();
        using var pupil = await school.SignedInAsync(student);
        using var parent = school.NewParent();
        await parent.RegisterByLetterAsync(code);
        using var stranger = new SiteVisitor(host, "/south");
        await stranger.SignInAsync(RunningHost.Administrator, "/Admin");

        foreach (var path in new[] { LetterScreen.Path, $"{LetterScreen.Path}/text", pdf })
        {
            foreach (var visitor in new[] { nobody, pupil, parent })
            {
                using var answer = await visitor.RequestAsync(HttpMethod.Get, path);
                Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Forbidden });
            }
        }

        using var there = await stranger.RequestAsync(HttpMethod.Get, pdf);
        using var elsewhere = await stranger.RequestAsync(HttpMethod.Get, pdf.Replace(LetterSchools.Prefix, "/south", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, there.StatusCode);
        Assert.Equal("/south/Admin/ParentAccess/Letters?notice=NoPdf", elsewhere.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        var school = await LetterSchools.SetUpAsync(host);
        var (student, code) = await school.NewLetterAsync();
        using var administrator = await school.NewAdministratorAsync();
        using var withdraw = new FormUrlEncodedContent([new("do", "withdraw"), new("student", student.Id)]);
        using var text = new FormUrlEncodedContent([new("do", "save"), new("language", "en"), new("title", "Taken"), new("introduction", "Taken"), new("steps", "Taken")]);

        using var first = await administrator.RequestAsync(HttpMethod.Post, LetterScreen.Path, withdraw);
        using var second = await administrator.RequestAsync(HttpMethod.Post, $"{LetterScreen.Path}/text", text);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (first.StatusCode, second.StatusCode));
        Assert.IsType<RedeemActivationCodeResult.Linked>(await school.RedeemAsync("Jan", code));
        Assert.DoesNotContain("Taken", (await administrator.OpenAsync($"{LetterScreen.Path}/text?language=en")).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "O1")]
    public async Task It_is_not_there_where_the_feature_is_off()
    {
        using var administrator = new SiteVisitor(host, "/north");
        await administrator.SignInAsync(RunningHost.Administrator, "/Admin");

        var page = await administrator.OpenAsync(LetterScreen.Path);
        var features = await administrator.OpenAsync("/Admin/Features");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Null(features.Document.QuerySelector($"a[href$='{LetterScreen.Path}']"));
    }
}
