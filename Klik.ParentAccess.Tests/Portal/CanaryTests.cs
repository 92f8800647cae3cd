using Klik.ParentAccess.Tests.Storage;
using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>
/// A parent with an address and names like no other; then everything that an administrator can open, all that is logged and the
/// raw database are searched for them (rules I9, I13).
/// </summary>
public sealed class CanaryTests(RunningPortal portal)
{
    private const string Address = "kanarievogel.zq7xh2mw9kd@gmail.com";
    private const string PendingAddress = "wachtende.kanarie.wv3kt8rzx5m@voorbeeld.example";
    private const string PendingName = "Kwetterende Wachter";
    private const string UserName = "Zilverkanarie Fluitersma";

    [Fact]
    [Trait("Rule", "I9")]
    [Trait("Rule", "I13")]
    public async Task Nothing_of_a_parent_but_user_name_and_status_is_to_be_found_anywhere()
    {
        var school = await portal.NewSchoolAsync();
        var student = await school.AddStudentAsync("Sanne", "Canaris");
        using var visitor = await InvitationPathTests.SignedInStudentAsync(school, student);
        using var parent = await InvitationPathTests.InvitedParentAsync(visitor, Address, UserName);
        await parent.OpenAsync((await parent.OpenAsync("/parents")).LinkTo("/parents/students/"));
        await visitor.InvitesAsync(PendingName, PendingAddress);
        var secret = (await school.InvitationLinkAsync(PendingAddress)).Split('#')[1];
        using var administrator = await school.NewAdministratorAsync();

        var pages = await AdministratorPagesAsync(administrator, school);
        var log = string.Join('\n', portal.Log.Lines.Select(line => line.Text));

        // The search finds what may be found, so that it is known to search.
        Assert.Contains(pages, page => page.Contains(UserName, StringComparison.Ordinal));
        Assert.Contains(pages, page => page.Contains("Canaris", StringComparison.Ordinal));
        string[] canaries = ["kanarievogel", "zq7xh2mw9kd", "wachtende.kanarie", "wv3kt8rzx5m", "Kwetterende", secret];
        Assert.All(canaries, canary => Assert.DoesNotContain(pages, page => page.Contains(canary, StringComparison.OrdinalIgnoreCase)));
        Assert.All([.. canaries, "Fluitersma", "Canaris"], canary => Assert.DoesNotContain(canary, log, StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(StoredFiles.With(portal.Folder, UserName));
        Assert.All(canaries, canary => Assert.Empty(StoredFiles.With(portal.Folder, canary)));

        // A page with the parent's name on it never names the student: who is whose parent is told nowhere.
        Assert.DoesNotContain(pages, page => page.Contains(UserName, StringComparison.Ordinal) && page.Contains("Canaris", StringComparison.Ordinal));
    }

    /// <summary>Every page that an administrator can open by GET, with the searches that could give something away.</summary>
    private async Task<List<string>> AdministratorPagesAsync(Visitor administrator, TestSchool school)
    {
        var paths = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<SchoolEndpointMetadata>() is not null
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(path => path.StartsWith("/admin", StringComparison.Ordinal) && !path.Contains('{', StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(paths);
        paths.AddRange(["/admin/users?show=students", "/admin/users?list=parents", "/admin/letters?show=students"]);

        var pages = new List<string>();
        foreach (var path in paths)
        {
            var page = await administrator.OpenAsync(path);
            Assert.Equal(new Uri(school.Address + path).AbsolutePath, page.Address.AbsolutePath);
            pages.Add(page.Html);
        }

        foreach (var (list, search) in new[] { ("parents", "Fluitersma"), ("parents", "kanarievogel"), ("parents", "Canaris"), ("students", "Canaris"), ("students", "Fluitersma") })
        {
            var found = await administrator.SubmitAsync(await administrator.OpenAsync($"/admin/users?show={list}"), "/admin/users/search", ("search", search));

            // What was searched for stands in the field and in the words about it; that is the administrator's own.
            pages.Add(found.Document.QuerySelectorAll("main li, main td").Aggregate("", (text, row) => text + row.OuterHtml));
        }

        return pages;
    }
}
