using System.Net;
using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>Who gets a page of a student, until when, and what is written down of it.</summary>
public sealed class ParentAccessTests
{
    [Theory]
    [Trait("Rule", "I7")]
    [MemberData(nameof(ParentPages.OfStudent), MemberType = typeof(ParentPages))]
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
        Assert.Contains(Words, overview.QuerySelectorAll(".klik-child")[0].Said(), StringComparison.Ordinal);
        Assert.DoesNotContain("geen actief account", overview.QuerySelectorAll(".klik-child")[1].Said(), StringComparison.Ordinal);
        Assert.Contains(Words, page.Body!.Said(), StringComparison.Ordinal);
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
    [MemberData(nameof(ParentPages.OfStudent), MemberType = typeof(ParentPages))]
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
    [MemberData(nameof(ParentPages.OfStudent), MemberType = typeof(ParentPages))]
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
        Assert.DoesNotContain("Sanne", (await parent.OpensAsync("/parents")).Body!.Said(), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "I4")]
    [MemberData(nameof(ParentPages.OfStudent), MemberType = typeof(ParentPages))]
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

        foreach (var path in ParentPages.OfStudent.Select(row => row.Data))
        {
            await parent.OpensAsync(path);
        }

        Assert.Equal(ParentPages.Parts, world.State.Views.Select(view => view.Part).Order());
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
    [MemberData(nameof(ParentPages.OfStudent), MemberType = typeof(ParentPages))]
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

    private static void AssertOut(ParentWorld world, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/demo/no-access", answer.Headers.Location!.OriginalString);
        Assert.Empty(world.People.Sessions);
    }
}
