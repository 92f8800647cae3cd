using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Administration;

public sealed class ImportTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private const string Manifest = """
        propertyName,value
        manifest.version,1.0
        oneroster.version,1.1
        file.academicSessions,absent
        file.categories,absent
        file.classes,absent
        file.classResources,absent
        file.courses,absent
        file.courseResources,absent
        file.demographics,absent
        file.enrollments,absent
        file.lineItems,absent
        file.orgs,absent
        file.resources,absent
        file.results,absent
        file.users,bulk

        """;

    private const string UsersHeader = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n";

    [Fact]
    [Trait("Rule", "I9")]
    public async Task An_upload_ends_in_a_report_that_counts_and_names_nobody()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        var zip = Zip(Users(
            "s1,,,true,,student,fleur,,Fleur,Boomgaard,,,fleur@school.example,,,,,",
            "s2,,,maybe,,student,ab,,Ab,Wonderlijk,,,ab@school.example,,,,,",
            "p1,,,true,,guardian,wil,,Wilhelmina,Kanarie,,,wilhelmina.kanarie@gmail.com,,,s1,,"));

        var report = await ImportAsync(administrator, zip);
        var students = await administrator.OpenAsync("/admin/users");

        Assert.Contains("3 rows read, 1 entries changed, 1 rows refused.", report.Text, StringComparison.Ordinal);
        Assert.Contains("Not stored: 1 parents, because consent is the student's", report.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["users.csv, line 3", "The value is neither true nor false. enabledUser"],
            Assert.Single(RefusedRows(report)).Children[0].Children.Select(part => part.TextContent.Trim()));
        Assert.Contains("Fleur Boomgaard", students.Text, StringComparison.Ordinal);
        foreach (var personal in new[] { "Boomgaard", "Wonderlijk", "Kanarie", "maybe", "@school.example", "gmail" })
        {
            Assert.DoesNotContain(personal, report.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(portal.Log.Lines, line => line.Text.Contains(personal, StringComparison.OrdinalIgnoreCase));
        }

        Assert.Empty((await administrator.OpenAsync("/admin/users?show=parents")).Document.QuerySelectorAll("ul.klik-rows > li"));
    }

    [Fact]
    [Trait("Rule", "I13")]
    public async Task Nothing_of_an_upload_stays_behind()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();

        var report = await ImportAsync(administrator, Zip(Users("s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,")));

        Assert.Contains("1 rows read", report.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(portal.Folder, "*.zip", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(portal.Folder, "App_Data", "imports")));
    }

    [Theory]
    [Trait("Rule", "P9")]
    [InlineData("true", "?follow=true")]
    [InlineData("", "")]
    public async Task A_page_reloads_by_itself_only_for_whoever_asked_and_while_it_runs(string follow, string query)
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();

        using var uploaded = await UploadAsync(administrator, Zip(Users("s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,")), ("follow", follow));
        await EndedAsync(administrator);
        using var later = await administrator.RequestAsync(HttpMethod.Get, "/admin/import?follow=true");

        Assert.Equal($"/{school.Id}/admin/import{query}", uploaded.Headers.Location!.OriginalString);
        Assert.False(later.Headers.Contains("Refresh"));
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task A_running_import_shows_how_far_it_is_and_takes_no_second_one()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        await school.InSchoolAsync(async services => await services.GetRequiredService<IImportJobStore>()
            .TryBeginAsync(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken));
        var settings = await administrator.OpenAsync("/admin/settings");

        var page = await administrator.OpenAsync("/admin/import");
        using var quiet = await administrator.RequestAsync(HttpMethod.Get, "/admin/import");
        using var followed = await administrator.RequestAsync(HttpMethod.Get, "/admin/import?follow=true");
        using var second = await UploadAsync(administrator, Zip(Users("s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,")), tokenOf: settings);
        var refused = await VisitedPage.ReadAsync(new Uri(school.Address), second);

        Assert.Contains("An import is running", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("input[type=file]"));
        Assert.Equal((false, true), (quiet.Headers.Contains("Refresh"), followed.Headers.Contains("Refresh")));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Another import is still running.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task A_broken_file_changes_nothing_and_says_why()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        await ImportAsync(administrator, Zip(Users("s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,")));

        var report = await ImportAsync(administrator, Zip(("manifest.csv", Manifest), ("users.csv", "sourcedId,role\ns2,student\n")));

        Assert.Contains("The latest import changed nothing", report.Text, StringComparison.Ordinal);
        Assert.Contains("A column that must be there is missing.", report.Text, StringComparison.Ordinal);
        Assert.Contains("users.csv", report.Text, StringComparison.Ordinal);
        Assert.Contains("Fleur Boomgaard", (await administrator.OpenAsync("/admin/users")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task A_report_belongs_to_its_school()
    {
        var (own, other) = (await portal.NewSchoolAsync(), await portal.NewSchoolAsync());
        using var administrator = await own.NewAdministratorAsync();
        using var stranger = await other.NewAdministratorAsync();
        var report = await ImportAsync(administrator, Zip(Users("s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,")));

        var elsewhere = await stranger.OpenAsync("/admin/import");

        Assert.NotEmpty(report.Document.QuerySelectorAll(".klik-notice, table"));
        Assert.Equal("/admin/import", elsewhere.Path);
        Assert.Empty(elsewhere.Document.QuerySelectorAll(".klik-notice, table"));
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task Many_refused_rows_come_in_pages()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        var rows = Enumerable.Range(1, 1_100).Select(number => string.Create(CultureInfo.InvariantCulture, $"r{number},,,maybe,,student,u{number},,A,B,,,,,,,,"));
        var zip = Zip(Users(["s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,", .. rows]));

        var first = await ImportAsync(administrator, zip);
        var last = await administrator.OpenAsync("/admin/import?page=99999");

        Assert.Contains("These are the first 1,000 of 1,100.", first.Text, StringComparison.Ordinal);
        Assert.Equal(50, RefusedRows(first).Count);
        Assert.Contains("Page 20 of 20", last.Text, StringComparison.Ordinal);
        Assert.Equal(50, RefusedRows(last).Count);
    }

    [Theory]
    [Trait("Rule", "P8")]
    [InlineData("", "Choose the zip file")]
    [InlineData("sourcedId,givenName", "This is not a zip file.")]
    [InlineData("P", "This is not a zip file.")]
    public async Task What_is_no_zip_file_is_said_beside_the_field(string content, string sentence)
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();

        using var response = await UploadAsync(administrator, Encoding.UTF8.GetBytes(content));
        var page = await VisitedPage.ReadAsync(new Uri(school.Address), response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Document.GetElementById("field-file-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task An_upload_that_is_too_large_is_told_so_and_kept_nowhere()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        using var content = new BlankContent(ImportJobs.LongestUpload + (1024 * 1024));

        using var response = await administrator.RequestAsync(HttpMethod.Post, "/admin/import", content);
        var page = await VisitedPage.ReadAsync(new Uri(school.Address), response);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("This file is larger than 512 MB.", page.Document.GetElementById("field-file-error")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(portal.Folder, "*", SearchOption.AllDirectories), file => new FileInfo(file).Length > ImportJobs.LongestUpload / 2);
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task An_upload_without_a_length_is_refused()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        using var content = new BlankContent(1024, isAnnounced: false);

        using var response = await administrator.RequestAsync(HttpMethod.Post, "/admin/import", content);

        Assert.Equal(HttpStatusCode.LengthRequired, response.StatusCode);
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task Nobody_else_can_make_the_portal_take_in_an_upload()
    {
        var school = await portal.NewSchoolAsync();
        // Longer than a second, after which a client sends all the same: the machine may be busy.
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        using var content = new BlankContent(100_000_000);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{school.Address}/admin/import")) { Content = content };
        // The body is sent only when the server begins to read it.
        request.Headers.ExpectContinue = true;

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(0, content.Sent);
    }

    private static IReadOnlyList<IElement> RefusedRows(VisitedPage page) => [.. page.Document.QuerySelectorAll("#refused ~ div > ul.klik-rows > li")];

    private static (string, string)[] Users(params IEnumerable<string> rows) =>
        [("manifest.csv", Manifest), ("users.csv", UsersHeader + string.Join('\n', rows) + "\n")];

    private static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static async Task<HttpResponseMessage> UploadAsync(
        Visitor administrator, byte[] zip, (string Name, string Value)? field = null, VisitedPage? tokenOf = null)
    {
        var page = tokenOf ?? await administrator.OpenAsync("/admin/import");
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        if (field is { } more)
        {
            form.Add(new StringContent(more.Value), more.Name);
        }

        form.Add(new ByteArrayContent(zip), "file", "export.zip");
        return await administrator.RequestAsync(HttpMethod.Post, "/admin/import", form);
    }

    private static async Task<VisitedPage> ImportAsync(Visitor administrator, byte[] zip)
    {
        using var response = await UploadAsync(administrator, zip);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return await EndedAsync(administrator);
    }

    private static async Task<VisitedPage> EndedAsync(Visitor administrator)
    {
        for (var i = 0; i < 600; i++)
        {
            var page = await administrator.OpenAsync("/admin/import");
            if (!page.Text.Contains("An import is running", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The import has not ended within thirty seconds.");
    }
}
