using System.Net;
using System.Text;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Administration;

/// <summary>What the page does not take in.</summary>
public sealed class ImportUploadTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Theory]
    [Trait("Rule", "P8")]
    [InlineData("", "Choose the zip file")]
    [InlineData("sourcedId,givenName", "This is not a zip file.")]
    [InlineData("P", "This is not a zip file.")]
    public async Task What_is_no_zip_file_is_said_beside_the_field(string content, string sentence)
    {
        var school = await portal.NewSchoolAsync();
        using var administrator = await school.NewAdministratorAsync();

        using var response = await administrator.UploadAsync(Encoding.UTF8.GetBytes(content));
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

        using var response = await administrator.RequestAsync(HttpMethod.Post, ImportPage.Path, content);
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

        using var response = await administrator.RequestAsync(HttpMethod.Post, ImportPage.Path, content);

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
}
