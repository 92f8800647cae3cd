using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>What a record may hold without doing anything but being read.</summary>
public sealed class HostileRecordTests
{
    [Theory]
    [Trait("Rule", "I14")]
    [MemberData(nameof(ParentPages.OfStudent), MemberType = typeof(ParentPages))]
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
        world.Records.Links = [new PersonalLink("k", "Oefenboek", PersonalLinkKind.Source, new Uri(address), null, world.Clock.GetUtcNow())];

        var page = await world.Parent("jan").OpensAsync("/parents/students/s1/links");

        Assert.Contains("Oefenboek", page.Body!.Said(), StringComparison.Ordinal);
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
        Assert.Equal("Ga naar evil.example", link.Said());
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

        Assert.Equal(ParentPages.Parts, world.State.Views.Where(view => view.StudentId == StudentId.Parse(id)).Select(view => view.Part).Order());
    }
}
