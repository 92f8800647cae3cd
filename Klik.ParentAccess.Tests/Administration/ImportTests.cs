using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Administration;

public sealed class ImportTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    [Trait("Rule", "I9")]
    public async Task An_upload_ends_in_a_report_that_counts_and_names_nobody()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        var zip = ImportPage.Zip(ImportPage.Users(
            "s1,,,true,,student,fleur,,Fleur,Boomgaard,,,fleur@school.example,,,,,",
            "s2,,,maybe,,student,ab,,Ab,Wonderlijk,,,ab@school.example,,,,,",
            "p1,,,true,,guardian,wil,,Wilhelmina,Kanarie,,,wilhelmina.kanarie@gmail.com,,,s1,,"));

        var report = await administrator.ImportAsync(zip);
        var students = await administrator.OpenAsync("/admin/users");

        Assert.Contains("Rows read: 3. Entries changed: 1. Rows refused: 1.", report.Text, StringComparison.Ordinal);
        Assert.Contains("Not stored: parents (1), because consent is the student's", report.Text, StringComparison.Ordinal);
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

        var report = await administrator.ImportAsync(ImportPage.Zip(ImportPage.Users("s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,")));

        Assert.Contains("Rows read: 1.", report.Text, StringComparison.Ordinal);
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

        using var uploaded = await administrator.UploadAsync(ImportPage.Zip(ImportPage.Users("s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,")), ("follow", follow));
        await administrator.EndedAsync();
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

        var page = await administrator.OpenAsync(ImportPage.Path);
        using var quiet = await administrator.RequestAsync(HttpMethod.Get, ImportPage.Path);
        using var followed = await administrator.RequestAsync(HttpMethod.Get, "/admin/import?follow=true");
        using var second = await administrator.UploadAsync(ImportPage.Zip(ImportPage.Users("s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,")), tokenOf: settings);
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
        await administrator.ImportAsync(ImportPage.Zip(ImportPage.Users("s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,")));

        var report = await administrator.ImportAsync(ImportPage.Zip(("manifest.csv", ImportPage.Manifest), ("users.csv", "sourcedId,role\ns2,student\n")));

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
        var report = await administrator.ImportAsync(ImportPage.Zip(ImportPage.Users("s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,")));

        var elsewhere = await stranger.OpenAsync(ImportPage.Path);

        Assert.NotEmpty(report.Document.QuerySelectorAll(".klik-notice, table"));
        Assert.Equal(ImportPage.Path, elsewhere.Path);
        Assert.Empty(elsewhere.Document.QuerySelectorAll(".klik-notice, table"));
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task Many_refused_rows_come_in_pages()
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();
        var rows = Enumerable.Range(1, 1_100).Select(number => string.Create(CultureInfo.InvariantCulture, $"r{number},,,maybe,,student,u{number},,A,B,,,,,,,,"));
        var zip = ImportPage.Zip(ImportPage.Users(["s1,,,true,,student,fleur,,Fleur,Boomgaard,,,,,,,,", .. rows]));

        var first = await administrator.ImportAsync(zip);
        var last = await administrator.OpenAsync("/admin/import?page=99999");

        Assert.Contains("These are the first 1,000 of 1,100.", first.Text, StringComparison.Ordinal);
        Assert.Equal(50, RefusedRows(first).Count);
        Assert.Contains("Page 20 of 20", last.Text, StringComparison.Ordinal);
        Assert.Equal(50, RefusedRows(last).Count);
    }

    private static IReadOnlyList<IElement> RefusedRows(VisitedPage page) => [.. page.Document.QuerySelectorAll("#refused ~ div > ul.klik-rows > li")];
}
