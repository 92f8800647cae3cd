using System.Net;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>What a parent sees of the children, part by part.</summary>
public sealed class ParentPagesTests
{
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
        Assert.Contains("1 vwo B", page.QuerySelectorAll(".klik-child")[1].Said(), StringComparison.Ordinal);
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
        Assert.Contains("Wiskunde: Toets machten", card.Said(), StringComparison.Ordinal);
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
        await world.HaveVisitedAsync();

        var page = await world.Parent("jan").OpensAsync("/parents/students/s1" + part);

        var shown = page.Body!.Said() + string.Join('|', page.QuerySelectorAll("[aria-label]").Select(element => element.GetAttribute("aria-label")));
        Assert.All(expected, text => Assert.Contains(text, shown, StringComparison.Ordinal));
        Assert.StartsWith("Sanne", page.QuerySelector("h1")!.Said(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "I15")]
    public async Task The_conversations_are_a_part_like_the_others()
    {
        await using var world = await ParentWorld.StartAsync();
        await world.HaveVisitedAsync();

        var page = await world.Parent("jan").OpensAsync("/parents/students/s1/conversations");

        Assert.All(
            ["Voortgangsgesprek", "Sanne en de mentor", "Het gaat goed", "Elke dag lezen"],
            text => Assert.Contains(text, page.Body!.Said(), StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "I15")]
    public async Task Where_the_school_switches_conversations_off_nothing_points_to_them_and_their_page_is_gone()
    {
        await using var world = await ParentWorld.StartAsync();
        await world.HaveVisitedAsync();
        world.School.School = world.School.School with { ShowsConversations = false };
        var parent = world.Parent("jan");

        using var gone = await parent.AsksAsync("/parents/students/s1/conversations");

        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        foreach (var path in ParentPages.OfStudent.Select(row => row.Data).Where(path => !path.EndsWith("/conversations", StringComparison.Ordinal)).Append("/parents"))
        {
            var page = await parent.OpensAsync(path);
            Assert.Empty(page.QuerySelectorAll("a[href$='/conversations']"));
        }
    }

    [Theory]
    [Trait("Rule", "I14")]
    [MemberData(nameof(ParentPages.OfStudent), MemberType = typeof(ParentPages))]
    public async Task A_part_without_anything_in_it_says_so(string path)
    {
        await using var world = await ParentWorld.StartAsync();
        world.Link("jan", "s1");

        var page = await world.Parent("jan").OpensAsync(path);

        Assert.Matches("Er zijn nog geen|Dit is uw eerste bezoek", page.Body!.Said());
    }

    [Theory]
    [Trait("Rule", "I14")]
    [MemberData(nameof(ParentPages.OfStudent), MemberType = typeof(ParentPages))]
    public async Task What_changed_after_the_last_visit_is_marked_and_nothing_is_on_the_first(string path)
    {
        await using var first = await ParentWorld.StartAsync();
        first.Link("jan", "s1");
        first.Records.FillWith(first.Clock.GetUtcNow());
        await using var second = await ParentWorld.StartAsync();
        await second.HaveVisitedAsync();

        var firstPage = await first.Parent("jan").OpensAsync(path);
        var secondPage = await second.Parent("jan").OpensAsync(path);

        Assert.Empty(firstPage.QuerySelectorAll(".klik-badge-new"));
        Assert.NotEmpty(secondPage.QuerySelectorAll(".klik-badge-new"));
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task The_same_pages_speak_English_to_who_asks_for_it()
    {
        await using var world = await ParentWorld.StartAsync();
        await world.HaveVisitedAsync();
        var parent = world.Parent("jan");
        using var saved = await parent.SubmitsAsync("/parents/settings", ("language", "en"));

        var page = await parent.OpensAsync("/parents/students/s1/grades");

        Assert.Equal("Sanne: Grades", page.QuerySelector("h1")!.Said());
        Assert.Contains("6.5", page.Body!.Said(), StringComparison.Ordinal);
        Assert.Contains("3 March 2026", page.Body!.Said(), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "P9")]
    [InlineData("/parents")]
    [InlineData("/parents/settings")]
    [InlineData("/parents/settings/data")]
    [InlineData("/parents/settings/delete")]
    [InlineData("/account-deleted")]
    [MemberData(nameof(ParentPages.OfStudent), MemberType = typeof(ParentPages))]
    public async Task Each_page_has_one_main_heading_no_level_left_out_and_no_style_or_script_of_its_own(string path)
    {
        await using var world = await ParentWorld.StartAsync();
        await world.HaveVisitedAsync();

        var page = await world.Parent("jan").OpensAsync(path);

        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.Equal("klik", Assert.Single(page.Body!.Children).ClassName);
        Assert.Empty(page.QuerySelectorAll("script, style, [style], [onclick]"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }
}
