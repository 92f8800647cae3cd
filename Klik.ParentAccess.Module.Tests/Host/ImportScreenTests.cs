using System.Net;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Tests;
using Klik.ParentAccess.Tests.Administration;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.StudentRecords.Import;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The import among Orchard's admin screens.</summary>
[Collection<ChangedSites>]
public sealed class ImportScreenTests(RunningHost host)
{
    private const string Path = "/Admin/ParentAccess/Import";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "O1")]
    public async Task An_upload_fills_the_records_and_is_reported_with_its_refused_rows()
    {
        var school = await ImportingSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        using var folder = ImportFolder.SmallSchool();
        folder.With("results.csv", folder.Read("results.csv") + "r9,,,l1,Wonderlijk,,7,2026-09-21,\n");

        var report = await ImportAsync(administrator, folder);

        Assert.Contains("The latest import is done", report.Html, StringComparison.Ordinal);
        Assert.Contains("results.csv, line 5", report.Html, StringComparison.Ordinal);
        Assert.Contains("There is no such student.", report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Wonderlijk", report.Html, StringComparison.Ordinal);
        Assert.Equal("no-store,no-cache", report.CacheControl?.Replace(" ", "", StringComparison.Ordinal));
        // Within the admin theme, with its menu.
        Assert.NotNull(report.Document.QuerySelector("#ta-left-sidebar a[href$='/Admin/ParentAccess/Import']"));
        Assert.Empty(Directory.EnumerateFiles(host.Folder, "*.zip", SearchOption.AllDirectories));
    }

    [Fact]
    [Trait("Rule", "I7")]
    [Trait("Rule", "I14")]
    public async Task A_parent_sees_what_was_imported()
    {
        var school = await ImportingSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        using var folder = ImportFolder.SmallSchool();
        await ImportAsync(administrator, folder);
        await school.AddUserAsync("sanne.devries");
        using var student = school.NewVisitor();
        await student.SignInAsync("sanne.devries");

        using var parent = await school.NewParentAsync(student, "Jan", $"{SiteSchool.Unique("jan")}@gmail.com");
        var overview = await parent.OpenAsync("/parents");
        var grades = await parent.OpenAsync(overview.LinkTo("/parents/students/") + "/grades");

        Assert.Contains("Sanne", overview.Html, StringComparison.Ordinal);
        Assert.Contains("Wiskunde", grades.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_running_import_shows_itself_and_takes_no_second_one()
    {
        var school = await ImportingSchool.SetUpSecondAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        using var folder = ImportFolder.SmallSchool();
        var form = await administrator.OpenAsync(Path);
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await school.InSiteAsync(services => services.GetRequiredService<IImportJobStore>().TryBeginAsync(id, Cancel));

        var running = await administrator.OpenAsync(Path);
        var second = await administrator.UploadAsync(form, Path, await File.ReadAllBytesAsync(folder.Zip(), Cancel));
        await school.InSiteAsync(services => services.GetRequiredService<IImportJobStore>().EndAsync(id, ImportJobState.Failed, null, Cancel));
        var after = await administrator.OpenAsync(Path);

        Assert.Contains("An import is running", running.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("Another import is still running.", second.Html, StringComparison.Ordinal);
        Assert.Contains("The site itself broke it off.", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_is_taken_and_one_that_is_too_large_is_told_so()
    {
        var school = await ImportingSchool.SetUpSecondAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        var form = await administrator.OpenAsync(Path);
        using var announced = new BlankContent(ImportJobs.LongestUpload + (1024 * 1024));

        // Beyond what Kestrel (30 MB) and forms (128 MB) take by themselves.
        var large = await administrator.UploadAsync(form, Path, [.. "PK"u8, .. new byte[140_000_000]]);
        var tooLarge = await administrator.SendAsync(Path, announced);

        Assert.Equal(HttpStatusCode.OK, large.Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.Status);
        Assert.Contains("This file is larger than 512 MB.", tooLarge.Html, StringComparison.Ordinal);
        await EndedAsync(administrator);
    }

    [Fact]
    public async Task A_form_without_its_token_imports_nothing()
    {
        var school = await ImportingSchool.SetUpSecondAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        using var folder = ImportFolder.SmallSchool();

        var refused = await administrator.UploadAsync(form: null, Path, await File.ReadAllBytesAsync(folder.Zip(), Cancel));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("This form no longer works", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_it_or_makes_the_site_take_in_an_upload()
    {
        var school = await ImportingSchool.SetUpAsync(host);
        using var student = (await school.NewStudentAsync()).Visitor;
        using var stranger = school.NewVisitor();
        using var fromStudent = new BlankContent(100_000_000);
        using var fromStranger = new BlankContent(100_000_000);

        var shown = await student.OpenAsync(Path);
        await student.SendAsync(Path, fromStudent);
        await stranger.SendAsync(Path, fromStranger);

        Assert.DoesNotContain("type=\"file\"", shown.Html, StringComparison.Ordinal);
        Assert.Equal((0, 0), (fromStudent.Sent, fromStranger.Sent));
    }

    [Fact]
    [Trait("Rule", "O1")]
    public async Task It_is_not_there_where_the_feature_is_off()
    {
        using var administrator = new SiteVisitor(host, "/north");

        var settings = await administrator.SignInAsync(RunningHost.Administrator, "/Admin/Settings/general");
        var page = await administrator.OpenAsync(Path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.DoesNotContain(Path, settings.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task An_import_that_an_earlier_process_left_behind_is_marked_and_one_of_this_process_is_not()
    {
        var school = await ImportingSchool.SetUpSecondAsync(host);
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await school.InSiteAsync(services => services.GetRequiredService<IImportJobStore>().TryBeginAsync(id, Cancel));

        var own = await StateAfterRestartAsync(school);
        await school.InSiteAsync(async services =>
        {
            var database = services.GetRequiredService<Klik.ParentAccess.Services.Storage.TenantDatabase>();
            await database.ExecuteAsync($"UPDATE {database.ImportJobs} SET process = {"1-1"}", Cancel);
        });
        var left = await StateAfterRestartAsync(school);

        Assert.Equal((ImportJobState.Running, ImportJobState.Interrupted), (own, left));
    }

    private static async Task<ImportJobState> StateAfterRestartAsync(SiteSchool school)
    {
        await school.RestartAsync();
        var state = default(ImportJobState);
        await school.InSiteAsync(async services => state = (await services.GetRequiredService<IImportJobStore>().FindAsync(Cancel))!.State);
        return state;
    }

    private static async Task<VisitedPage> ImportAsync(SiteVisitor administrator, ImportFolder folder)
    {
        var page = await administrator.UploadAsync(await administrator.OpenAsync(Path), Path, await File.ReadAllBytesAsync(folder.Zip(), Cancel));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await EndedAsync(administrator);
    }

    private static Task<VisitedPage> EndedAsync(SiteVisitor administrator) => Eventually.FindAsync(async () =>
        await administrator.OpenAsync(Path) is var page && page.Html.Contains("An import is running", StringComparison.Ordinal) ? null : page);
}
