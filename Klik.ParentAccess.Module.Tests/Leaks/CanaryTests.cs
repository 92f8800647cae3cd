using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Module.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Module.Tests.Leaks;

/// <summary>
/// Everything that an administrator can open in a school with every feature on, all that is logged and the raw database are searched
/// for what they must not say of a parent.
/// </summary>
[Trait("Rule", "I9")]
[Trait("Rule", "I13")]
[Trait("Rule", "O3")]
public sealed partial class CanaryTests(RunningHost host)
{
    [GeneratedRegex(@"((?:/Admin|/search|/api)[^\s?]*)\?\S*")]
    private static partial Regex AdministratorsQuery { get; }

    [Fact]
    public async Task Nothing_of_a_parent_but_user_name_and_status_is_to_be_found_anywhere()
    {
        var household = await Household.InAsync(host);
        using var administrator = await household.School.NewAdministratorAsync();
        var crawl = new AdminCrawl(administrator, EverythingOn.Prefix);
        await administrator.MakeAsync();
        string[] ids = ["", household.ParentId, household.InvitationItemId, household.LetterItemId];

        await household.School.InSiteAsync(services =>
        {
            crawl.Add(services.GetRequiredService<EndpointDataSource>(), ids);
            return Task.CompletedTask;
        });
        foreach (var path in Searches(household))
        {
            crawl.Add(path);
        }

        await crawl.RunAsync();

        // It went everywhere, and finds what may be found.
        Assert.True(crawl.Pages.Count > 300, $"{crawl.Pages.Count} pages");
        string[] known = ["/Admin", "/Admin/Users/Index", $"/Admin/Users/Display/{household.ParentId}", "/Admin/Contents/ContentItems", "/Admin/AuditTrail", "/Admin/Workflows/Types", "/Admin/DeploymentPlan/Index", "/Admin/Queries/Index", "/Admin/Settings/parent-access", "/Admin/ParentAccess/Letters", "/Admin/ParentAccess/Letters/text"];
        Assert.All(known, path => Assert.Contains(crawl.Pages.Keys, page => page.Split('?')[0].Equals(path, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(Entries(crawl.Pages[$"/Admin/Users/Index?pageSize=100&q={Uri.EscapeDataString(Household.UserName)}"].Document), entry => entry.TextContent.Contains(Household.UserName, StringComparison.Ordinal));
        Assert.Contains(crawl.Pages.Values, page => page.Html.Contains(household.Children[0], StringComparison.Ordinal));

        Assert.All(crawl.Pages, page => Assert.All(household.Canaries, canary => Assert.False(
            Shown(page.Key, page.Value.Document, canary), $"{page.Key} shows {canary}")));
        Assert.All(crawl.Pages, page => Assert.False(TellsWhoseParent(page.Value, household), $"{page.Key} tells whose parent it is"));
    }

    [Fact]
    public async Task No_file_of_the_host_has_anything_of_a_parent_in_clear_but_the_user_name()
    {
        var household = await Household.InAsync(host);

        Assert.NotEmpty(FilesWith(Household.UserName));
        Assert.NotEmpty(FilesWith(household.Children[0]));
        Assert.All(household.Canaries.Except(["Goudkanarie"]), canary => Assert.Empty(FilesWith(canary)));
    }

    [Fact]
    public async Task Nothing_of_a_parent_is_logged()
    {
        var household = await Household.InAsync(host);

        // What other tests of the class search for stands in the address of their own requests.
        var log = AdministratorsQuery.Replace(string.Join('\n', host.Log.Lines.Select(line => line.Text)), "$1");

        Assert.Contains("/everything/parents", log, StringComparison.Ordinal);
        Assert.All([.. household.Canaries, "Fluitersma", "Snavelman"], canary => Assert.DoesNotContain(canary, log, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Searches(Household household)
    {
        string[] words = [Household.UserName, Household.LetterUserName, "Goudkanarie", "kanarievogel", Household.Address, household.Children[0], household.ParentId, household.InvitationItemId];
        foreach (var word in words.Select(Uri.EscapeDataString))
        {
            yield return $"/Admin/Users/Index?pageSize=100&q={word}";
            yield return $"/Admin/Users/Index?pageSize=100&q=email%3A{word}";
            yield return $"/Admin/AuditTrail?q={word}";
            yield return $"/Admin/AuditTrail?q=userid%3A{word}";
            yield return $"/Admin/AuditTrail?q=username%3A{word}";
            yield return $"/Admin/Contents/ContentItems?q={word}";
            yield return $"/search?Terms={word}";
        }

        foreach (var filter in new[] { "status:Enabled", "status:Disabled", "role:Parent", "sort:Email", "role:Administrator" })
        {
            yield return $"/Admin/Users/Index?pageSize=100&q={Uri.EscapeDataString(filter)}";
        }

        foreach (var filter in new[] { "status:AllVersions", "status:Draft", "status:Published", "status:Latest", "type:ParentInvitation", "stereotype:ParentInvitation", "type:ParentLetter", "stereotype:ParentLetter" })
        {
            yield return $"/Admin/Contents/ContentItems?q={Uri.EscapeDataString(filter)}";
        }

        yield return "/Admin/Contents/ContentItems/ParentInvitation";
        yield return "/Admin/Contents/ContentItems/ParentLetter";
        yield return $"/Contents/ContentItems/{household.LetterItemId}";
        yield return $"/api/content/{household.LetterItemId}";
        yield return $"/Contents/ContentItems/{household.InvitationItemId}";
        yield return $"/Contents/Item/Preview?contentItemId={household.InvitationItemId}";
        yield return $"/api/content/{household.InvitationItemId}";
        yield return "/api/graphql?query={me{userName email}}";
        yield return "/api/graphql?query={__schema{types{name}}}";
    }

    // What was searched for stands in the field and in the words about it; that is the administrator's own.
    private static bool Shown(string path, IDocument document, string canary) =>
        Uri.UnescapeDataString(path).Contains(canary, StringComparison.OrdinalIgnoreCase)
            ? Entries(document).Any(entry => entry.OuterHtml.Contains(canary, StringComparison.OrdinalIgnoreCase))
            : document.Source.Text.Contains(canary, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<IElement> Entries(IDocument document) => document.QuerySelectorAll("li.list-group-item, tbody tr, article");

    // Both may stand in one list of users, never in one entry of it. What address was asked for is the administrator's own.
    private static bool TellsWhoseParent(VisitedPage page, Household household) =>
        page.Document.QuerySelectorAll("li:not(:has(li)), tr:not(:has(tr)), article, form:not(:has(li)):not(:has(tr))")
            .Where(entry => Parents(household).Any(parent =>
                entry.TextContent.Contains(parent.Name, StringComparison.Ordinal)
                || entry.InnerHtml.Replace(page.Address.AbsolutePath, "", StringComparison.OrdinalIgnoreCase).Contains(parent.Id, StringComparison.OrdinalIgnoreCase)))
            .Any(entry => household.Children.Any(child => entry.TextContent.Contains(child, StringComparison.Ordinal)));

    private static (string Name, string Id)[] Parents(Household household) =>
        [(Household.UserName, household.ParentId), (Household.LetterUserName, household.LetterParentId)];

    /// <summary>The host's files with a text in them; the mails stand for those that left.</summary>
    private IEnumerable<string> FilesWith(string text) => StoredFiles.With(host.Folder, text, except: ".eml");
}
