using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Administration;
using Klik.ParentAccess.Tests.StudentRecords.Import;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The import for programs.</summary>
[Collection<ChangedSites>]
public sealed class ImportApiTests(RunningHost host) : IDisposable
{
    private const string Path = "/api/parent-access/import";

    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "O1")]
    public async Task A_good_token_brings_the_records_in()
    {
        var school = await ImportingSchool.SetUpAsync(host);
        using var folder = ImportFolder.SmallSchool();
        folder.With("results.csv", folder.Read("results.csv") + "r9,,,l1,Wonderlijk,,7,2026-09-21,\n");

        using var accepted = await PostAsync(ImportingSchool.First.Prefix, ImportingSchool.Importer, Zip(folder));
        var ended = await EndedAsync(accepted);

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("imported", ended["state"]!.GetValue<string>());
        Assert.Equal(1, ended["imported"]!["refused"]!.GetValue<long>());
        var refusal = Assert.Single(ended["imported"]!["refusals"]!.AsArray())!;
        Assert.Equal(("results.csv", 5L, "unknownStudent"), (refusal["file"]!.GetValue<string>(), refusal["line"]!.GetValue<long>(), refusal["reason"]!.GetValue<string>()));
        Assert.DoesNotContain("Wonderlijk", ended.ToJsonString(), StringComparison.Ordinal);
        Student? sanne = null;
        await school.InSiteAsync(async services => sanne = await services.GetRequiredService<IStudents>().FindAsync(StudentId.Parse("s1"), Cancel));
        Assert.Equal("Sanne", sanne?.GivenName);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_why()
    {
        await ImportingSchool.SetUpAsync(host);

        using var accepted = await PostAsync(ImportingSchool.First.Prefix, ImportingSchool.Importer, [1, 2, 3]);
        var ended = await EndedAsync(accepted);

        Assert.Equal(("broken", "unreadableZip"), (ended["state"]!.GetValue<string>(), ended["broken"]!["reason"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("Student", HttpStatusCode.Forbidden)]
    [InlineData("Nonsense", HttpStatusCode.Forbidden)]
    [Trait("Rule", "I9")]
    public async Task Without_a_token_that_may_nothing_is_taken_in_or_told(string? role, HttpStatusCode status)
    {
        await ImportingSchool.SetUpAsync(host);
        using var body = new BlankContent(100_000_000);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/zip");

        using var posted = await SendAsync(HttpMethod.Post, ImportingSchool.First.Prefix + Path, role, body);
        using var asked = await SendAsync(HttpMethod.Get, $"{ImportingSchool.First.Prefix}{Path}/{Guid.Empty}", role);

        Assert.Equal((status, status), (posted.StatusCode, asked.StatusCode));
        Assert.Equal(0, body.Sent);
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task A_cookie_is_no_token()
    {
        var school = await ImportingSchool.SetUpAsync(host);
        using var administrator = await school.NewAdministratorAsync();
        using var folder = ImportFolder.SmallSchool();

        var byPage = await administrator.OpenAsync($"{Path}/{Guid.Empty}");
        using var content = new ByteArrayContent(Zip(folder));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        var posted = await administrator.SendAsync(Path, content);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (byPage.Status, posted.Status));
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task One_at_a_time()
    {
        var school = await ImportingSchool.SetUpSecondAsync(host);
        using var folder = ImportFolder.SmallSchool();
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await school.InSiteAsync(services => services.GetRequiredService<IImportJobStore>().TryBeginAsync(id, Cancel));

        using var second = await PostAsync(ImportingSchool.Second.Prefix, ImportingSchool.Importer, Zip(folder));
        using var asked = await SendAsync(HttpMethod.Get, $"{ImportingSchool.Second.Prefix}{Path}/{id}", ImportingSchool.Importer);
        await school.InSiteAsync(services => services.GetRequiredService<IImportJobStore>().EndAsync(id, ImportJobState.Failed, null, Cancel));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType?.MediaType);
        Assert.Equal("running", JsonNode.Parse(await asked.Content.ReadAsStringAsync(Cancel))!["state"]!.GetValue<string>());
    }

    [Fact]
    [Trait("Rule", "I9")]
    public async Task Another_schools_import_is_not_there()
    {
        await ImportingSchool.SetUpAsync(host);
        await ImportingSchool.SetUpSecondAsync(host);
        using var folder = ImportFolder.SmallSchool();
        using var accepted = await PostAsync(ImportingSchool.First.Prefix, ImportingSchool.Importer, Zip(folder));
        var id = (await EndedAsync(accepted))["id"]!.GetValue<Guid>();

        using var own = await SendAsync(HttpMethod.Get, $"{ImportingSchool.First.Prefix}{Path}/{id}", ImportingSchool.Importer);
        using var elsewhere = await SendAsync(HttpMethod.Get, $"{ImportingSchool.Second.Prefix}{Path}/{id}", ImportingSchool.Importer);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (own.StatusCode, elsewhere.StatusCode));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_too_large_is_refused_whether_it_says_so_or_not(bool isAnnounced)
    {
        await ImportingSchool.SetUpSecondAsync(host);
        using var body = new BlankContent(ImportJobs.LongestUpload + 1, isAnnounced);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/zip");

        using var answer = await SendAsync(HttpMethod.Post, ImportingSchool.Second.Prefix + Path, ImportingSchool.Importer, body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(Directory.EnumerateFiles(host.Folder, "*.zip", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_form_is_not_the_file()
    {
        await ImportingSchool.SetUpSecondAsync(host);
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "export.zip" } };

        using var answer = await SendAsync(HttpMethod.Post, ImportingSchool.Second.Prefix + Path, ImportingSchool.Importer, form);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    public void Dispose() => _client.Dispose();

    private static byte[] Zip(ImportFolder folder) => File.ReadAllBytes(folder.Zip());

    private Task<HttpResponseMessage> PostAsync(string prefix, string role, byte[] zip)
    {
        var content = new ByteArrayContent(zip);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        return SendAsync(HttpMethod.Post, prefix + Path, role, content);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? role, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(host.Address + path)) { Content = content };
        // The body is sent only when the server begins to read it.
        request.Headers.ExpectContinue = content is not null;
        if (role is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", role.Length == 0 ? "Bearer stolen" : $"Bearer role:{role}");
        }

        return await _client.SendAsync(request, Cancel);
    }

    private async Task<JsonNode> EndedAsync(HttpResponseMessage accepted)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            using var answer = await SendAsync(HttpMethod.Get, accepted.Headers.Location!.OriginalString, ImportingSchool.Importer);
            var job = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
            if (job["endedAt"] is not null)
            {
                return job;
            }

            Assert.Equal("running", job["state"]!.GetValue<string>());
            await Task.Delay(100, Cancel);
        }

        throw new TimeoutException("The import has not ended within thirty seconds.");
    }
}
