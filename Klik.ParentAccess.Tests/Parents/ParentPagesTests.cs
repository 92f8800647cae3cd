using System.Net;
using AngleSharp.Dom;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Web.Parents;

namespace Klik.ParentAccess.Tests.Parents;

public class ParentPagesTests
{
    private static readonly StudentPart[] Parts = Enum.GetValues<StudentPart>();

    public static TheoryData<string> StudentPages => [.. Parts.Select(part => "/parents/students/s1" + ParentPaths.Segment(part))];

    [Fact]
    [Trait("Rule", "I6")]
    public async Task All_children_stand_one_under_the_other_by_name_with_their_class()
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s2", "Tess", classTitle: "1 vwo B");
        world.Link("jan", "s1", "Daan");
        world.Link("someone else", "s3", "Lotte");

        var page = await world.Parent("jan").OpensAsync("/parents");

        Assert.Equal(["Daan de Vries", "Tess de Vries"], page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Contains("1 vwo B", Text(page.QuerySelectorAll(".klik-child")[1]), StringComparison.Ordinal);
        Assert.Equal("/demo/parents/students/s1", page.QuerySelector("h2 a")!.GetAttribute("href"));
    }

    [Fact]
    [Trait("Rule", "I14")]
    public async Task The_overview_shows_the_latest_grade_the_progress_and_what_changed_since_the_last_visit()
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");
        var parent = world.Parent("jan");
        var first = await parent.OpensAsync("/parents");
        world.Clock.Advance(TimeSpan.FromDays(1));
        world.Records.FillWith(world.Clock.GetUtcNow());

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await parent.OpensAsync("/parents");

        Assert.Empty(first.QuerySelectorAll(".klik-news"));
        var card = page.QuerySelector(".klik-child")!;
        Assert.Contains("Wiskunde: Toets machten", Text(card), StringComparison.Ordinal);
        Assert.Equal("8", card.QuerySelector(".klik-latest-result")!.TextContent);
        Assert.Equal("Voortgang: 33% klaar", card.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"));
        Assert.Equal(
            [
                ("/demo/parents/students/s1/grades", "3 nieuwe cijfers"),
                ("/demo/parents/students/s1/progress", "2 activiteiten veranderd"),
                ("/demo/parents/students/s1/assessments", "1 nieuwe beoordeling"),
                ("/demo/parents/students/s1/goals", "1 doel veranderd"),
                ("/demo/parents/students/s1/links", "2 nieuwe koppelingen"),
                ("/demo/parents/students/s1/conversations", "1 nieuw gesprek"),
            ],
            card.QuerySelectorAll(".klik-news a").Select(link => (link.GetAttribute("href")!, link.TextContent)));
    }

    [Theory]
    [Trait("Rule", "I14")]
    [InlineData("", "Toets machten", "1 nieuwe beoordeling", "Voortgang: 33% klaar")]
    [InlineData("/grades", "Wiskunde", "Periode 1", "Toets breuken", "6,5", "Goed gewerkt", "ruim voldoende", "3 maart 2026", "Resultaten lopen van 1 tot 10.", "Wiskunde: 2 resultaten, van 6,5 tot 8; het laatste is 8.")]
    [InlineData("/progress", "Wiskunde", "Rekenen", "Breuken", "Klaar", "Bezig", "Nog niet begonnen", "1 van 3 activiteiten klaar, 1 bezig", "Rekenen: 33% klaar, 33% bezig")]
    [InlineData("/assessments", "Betoog", "mevrouw Bakker", "Nederlands", "Gevorderd", "Sterk opgebouwd", "3 maart 2026")]
    [InlineData("/goals", "Beter plannen", "Elke week", "Bezig", "12 april 2026", "Agenda kopen", "Agenda invullen")]
    [InlineData("/links", "Oefensite", "Bron", "Voor thuis", "Ga naar www.oefenen.example", "Coach", "Persoon")]
    public async Task Each_part_shows_what_is_in_the_record(string part, params string[] expected)
    {
        await using var world = await ParentWorld.StartAsync();
        await HaveVisitedAsync(world);

        var page = await world.Parent("jan").OpensAsync("/parents/students/s1" + part);

        var shown = Text(page.Body!) + string.Join('|', page.QuerySelectorAll("[aria-label]").Select(element => element.GetAttribute("aria-label")));
        Assert.All(expected, text => Assert.Contains(text, shown, StringComparison.Ordinal));
        Assert.StartsWith("Sanne", Text(page.QuerySelector("h1")!), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I15")]
    public async Task The_conversations_are_a_part_like_the_others()
    {
        await using var world = await ParentWorld.StartAsync();
        await HaveVisitedAsync(world);

        var page = await world.Parent("jan").OpensAsync("/parents/students/s1/conversations");

        Assert.All(
            ["Voortgangsgesprek", "Sanne en de mentor", "Het gaat goed", "Elke dag lezen"],
            text => Assert.Contains(text, Text(page.Body!), StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "I15")]
    public async Task Where_the_school_switches_conversations_off_nothing_points_to_them_and_their_page_is_gone()
    {
        await using var world = await ParentWorld.StartAsync();
        await HaveVisitedAsync(world);
        world.School.School = world.School.School with { ShowsConversations = false };
        var parent = world.Parent("jan");

        using var gone = await parent.AsksAsync("/parents/students/s1/conversations");

        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        foreach (var path in StudentPages.Select(row => row.Data).Where(path => !path.EndsWith("/conversations", StringComparison.Ordinal)).Append("/parents"))
        {
            var page = await parent.OpensAsync(path);
            Assert.Empty(page.QuerySelectorAll("a[href$='/conversations']"));
        }
    }

    [Theory]
    [Trait("Rule", "I7")]
    [MemberData(nameof(StudentPages))]
    public async Task An_inactive_child_is_still_shown_beside_an_active_one_and_marked_in_words(string path)
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1", isActive: false);
        world.Link("jan", "s2", "Tess");
        world.Records.FillWith(world.Clock.GetUtcNow());
        var parent = world.Parent("jan");

        var overview = await parent.OpensAsync("/parents");
        var page = await parent.OpensAsync(path);

        const string Words = "Sanne heeft geen actief account meer bij deze school.";
        Assert.Contains(Words, Text(overview.QuerySelectorAll(".klik-child")[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("geen actief account", Text(overview.QuerySelectorAll(".klik-child")[1]), StringComparison.Ordinal);
        Assert.Contains(Words, Text(page.Body!), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I7")]
    public async Task A_parent_whose_only_child_becomes_inactive_is_out_at_the_next_request()
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");
        var parent = world.Parent("jan");
        await parent.OpensAsync("/parents");
        world.Withdraw("jan", "s1");
        world.Link("jan", "s1", isActive: false);

        using var answer = await parent.AsksAsync("/parents");

        AssertOut(world, answer);
    }

    [Theory]
    [Trait("Rule", "I4")]
    [InlineData("/parents")]
    [InlineData("/parents/settings")]
    [InlineData("/parents/settings/data")]
    [InlineData("/parents/settings/data.json")]
    [InlineData("/parents/settings/delete")]
    [MemberData(nameof(StudentPages))]
    public async Task After_the_last_withdrawal_an_open_session_ends_at_the_next_request(string path)
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");
        var parent = world.Parent("jan");
        await parent.OpensAsync("/parents");
        world.Withdraw("jan", "s1");

        using var answer = await parent.AsksAsync(path);

        AssertOut(world, answer);
    }

    [Theory]
    [Trait("Rule", "I4")]
    [MemberData(nameof(StudentPages))]
    public async Task A_withdrawn_child_is_gone_at_once_and_looks_like_one_that_never_was(string path)
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");
        world.Link("jan", "s2", "Tess");
        world.Records.FillWith(world.Clock.GetUtcNow());
        var parent = world.Parent("jan");
        await parent.OpensAsync(path);
        world.Withdraw("jan", "s1");

        using var withdrawn = await parent.AsksAsync(path);
        using var unknown = await parent.AsksAsync(path.Replace("s1", "nobody", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, withdrawn.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal((await ParentClient.ReadAsync(unknown)).Body!.OuterHtml, (await ParentClient.ReadAsync(withdrawn)).Body!.OuterHtml);
        Assert.DoesNotContain("Sanne", Text((await parent.OpensAsync("/parents")).Body!), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "I4")]
    [MemberData(nameof(StudentPages))]
    public async Task Nobody_but_a_parent_gets_a_page_and_no_answer_is_kept_in_a_cache(string path)
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");

        using var anonymous = await world.Anonymous().AsksAsync(path);
        using var parent = await world.Parent("jan").AsksAsync(path);

        Assert.Equal(HttpStatusCode.SeeOther, anonymous.StatusCode);
        Assert.StartsWith("/demo/sign-in?return=", anonymous.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.True(parent.Headers.CacheControl!.NoStore);
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task Every_part_that_is_looked_at_is_written_down()
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");
        world.Link("jan", "s2", "Tess");
        var parent = world.Parent("jan");

        foreach (var path in StudentPages.Select(row => row.Data))
        {
            await parent.OpensAsync(path);
        }

        Assert.Equal(Parts, world.State.Views.Select(view => view.Part).Order());
        Assert.All(world.State.Views, view => Assert.Equal(("jan", "s1"), (view.AccountId, view.StudentId.Value)));

        await parent.OpensAsync("/parents");

        Assert.Contains(world.State.Views, view => view.StudentId.Value == "s2" && view.Part == StudentPart.Overview);
    }

    [Theory]
    [Trait("Rule", "P6")]
    [InlineData("/parents")]
    [InlineData("/parents/settings")]
    [InlineData("/parents/settings/data")]
    [InlineData("/parents/settings/data.json")]
    [MemberData(nameof(StudentPages))]
    public async Task Nothing_of_another_parent_is_on_a_page(string path)
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");
        world.Link("other-account", "s1");
        await world.Parent("other-account", "Zeldzame Naam").OpensAsync("/parents/students/s1/grades");

        using var answer = await world.Parent("jan").AsksAsync(path);

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("Zeldzame", text, StringComparison.Ordinal);
        Assert.DoesNotContain("other-account", text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "I14")]
    [MemberData(nameof(StudentPages))]
    public async Task Hostile_texts_in_a_record_are_only_texts(string path)
    {
        const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>'\"&";
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1", $"Sanne{Hostile}", classTitle: $"3A{Hostile}");
        world.Records.FillWith(world.Clock.GetUtcNow(), Hostile);

        var page = await world.Parent("jan").OpensAsync(path);

        Assert.Empty(page.QuerySelectorAll("script, img, [onerror], [style]"));
        Assert.Contains(Hostile, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "I14")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("file:///etc/passwd")]
    public async Task A_personal_link_leads_to_the_web_or_nowhere(string address)
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");
        world.Records.Links = [new PersonalLink("k", "Link", PersonalLinkKind.Source, new Uri(address), null, world.Clock.GetUtcNow())];

        var page = await world.Parent("jan").OpensAsync("/parents/students/s1/links");

        Assert.All(page.Links, link => Assert.StartsWith("/demo/", link.GetAttribute("href")!, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "I14")]
    public async Task A_personal_link_shows_the_host_it_really_leads_to()
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");
        world.Records.Links = [new PersonalLink("k", "Link", PersonalLinkKind.Source, new Uri("https://www.school.example@evil.example/"), null, world.Clock.GetUtcNow())];

        var page = await world.Parent("jan").OpensAsync("/parents/students/s1/links");

        var link = Assert.Single(page.QuerySelectorAll("a[rel='noopener noreferrer']"));
        Assert.Equal("Ga naar evil.example", Text(link));
    }

    [Theory]
    [Trait("Rule", "I14")]
    [MemberData(nameof(StudentPages))]
    public async Task A_part_without_anything_in_it_says_so(string path)
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");

        var page = await world.Parent("jan").OpensAsync(path);

        Assert.Matches("Er zijn nog geen|Dit is uw eerste bezoek", Text(page.Body!));
    }

    [Theory]
    [Trait("Rule", "I14")]
    [MemberData(nameof(StudentPages))]
    public async Task What_changed_after_the_last_visit_is_marked_and_nothing_is_on_the_first(string path)
    {
        await using var first = await ParentWorld.StartAsync();
        first.Link("jan", "s1");
        first.Records.FillWith(first.Clock.GetUtcNow());
        await using var second = await ParentWorld.StartAsync();
        await HaveVisitedAsync(second);

        var firstPage = await first.Parent("jan").OpensAsync(path);
        var secondPage = await second.Parent("jan").OpensAsync(path);

        Assert.Empty(firstPage.QuerySelectorAll(".klik-badge-new"));
        Assert.NotEmpty(secondPage.QuerySelectorAll(".klik-badge-new"));
    }

    [Theory]
    [Trait("Rule", "I14")]
    [InlineData("a/b")]
    [InlineData("../../admin")]
    [InlineData("..")]
    [InlineData("50%2F x?y#z&é~0041")]
    [InlineData("📚+\\")]
    public async Task A_student_with_an_odd_id_is_found_under_each_link(string id)
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", id);
        var parent = world.Parent("jan");

        var overview = await parent.OpensAsync("/parents");
        var front = await parent.OpensAsync(overview.QuerySelector("h2 a")!.GetAttribute("href")!);

        foreach (var link in front.QuerySelectorAll(".klik-rows a"))
        {
            await parent.OpensAsync(link.GetAttribute("href")!);
        }

        Assert.Equal(Parts, world.State.Views.Where(view => view.StudentId == StudentId.Parse(id)).Select(view => view.Part).Order());
    }

    [Theory]
    [Trait("Rule", "P9")]
    [InlineData("/parents")]
    [InlineData("/parents/settings")]
    [InlineData("/parents/settings/data")]
    [InlineData("/parents/settings/delete")]
    [InlineData("/account-deleted")]
    [MemberData(nameof(StudentPages))]
    public async Task Each_page_has_one_main_heading_no_level_left_out_and_no_style_or_script_of_its_own(string path)
    {
        await using var world = await ParentWorld.StartAsync();
        await HaveVisitedAsync(world);

        var page = await world.Parent("jan").OpensAsync(path);

        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.Equal("klik", Assert.Single(page.Body!.Children).ClassName);
        Assert.Empty(page.QuerySelectorAll("script, style, [style], [onclick]"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task The_same_pages_speak_English_to_who_asks_for_it()
    {
        await using var world = await ParentWorld.StartAsync();
        await HaveVisitedAsync(world);
        var parent = world.Parent("jan");
        using var saved = await parent.SubmitsAsync("/parents/settings", ("language", "en"));

        var page = await parent.OpensAsync("/parents/students/s1/grades");

        Assert.Equal("Sanne: Grades", Text(page.QuerySelector("h1")!));
        Assert.Contains("6.5", Text(page.Body!), StringComparison.Ordinal);
        Assert.Contains("3 March 2026", Text(page.Body!), StringComparison.Ordinal);
    }

    /// <summary>Sanne lets Jan look along; Jan has been there, and since then everything changed.</summary>
    private static async Task HaveVisitedAsync(ParentWorld world)
    {
        world.Link("jan", "s1");
        await world.Parent("jan").OpensAsync("/parents/students/s1");
        world.Clock.Advance(TimeSpan.FromDays(2));
        world.Records.FillWith(world.Clock.GetUtcNow());
        world.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static void AssertOut(ParentWorld world, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/demo/no-access", answer.Headers.Location!.OriginalString);
        Assert.Empty(world.People.Sessions);
    }

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
