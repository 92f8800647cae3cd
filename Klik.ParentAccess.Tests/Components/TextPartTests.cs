using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Web.Components;

namespace Klik.ParentAccess.Tests.Components;

[Trait("Rule", "P9")]
public class TextPartTests
{
    [Theory]
    [Trait("Rule", "P8")]
    [InlineData("nl", "3 maart 2026")]
    [InlineData("en", "3 March 2026")]
    public async Task A_day_is_written_in_the_language_of_the_reader(string language, string words)
    {
        var body = await RenderedComponent.InAsync<DateText>(language, ("Date", new DateOnly(2026, 3, 3)));

        var time = body.QuerySelector("time")!;
        Assert.Equal((words, "2026-03-03"), (time.TextContent, time.GetAttribute("datetime")));
    }

    [Fact]
    public async Task In_a_table_the_month_is_cut_short()
    {
        var body = await RenderedComponent.InAsync<DateText>("en", ("Date", new DateOnly(2026, 2, 3)), ("Brief", true));

        Assert.Equal("3 Feb 2026", body.TextContent.Trim());
    }

    [Fact]
    public async Task A_moment_is_on_the_clock_of_the_school()
    {
        var newYear = new DateTimeOffset(2025, 12, 31, 23, 5, 0, TimeSpan.Zero);

        var body = await RenderedComponent.InAsync<DateText>("nl", ("Instant", newYear), ("WithTime", true));

        var time = body.QuerySelector("time")!;
        Assert.Equal(("1 januari 2026 om 00:05", "2026-01-01T00:05:00+01:00"), (time.TextContent, time.GetAttribute("datetime")));
    }

    [Theory]
    [InlineData(NoticeKind.Problem, "alert")]
    [InlineData(NoticeKind.Success, "status")]
    [InlineData(NoticeKind.Information, "status")]
    public async Task A_notice_is_announced(NoticeKind kind, string role)
    {
        var body = await RenderedComponent.InAsync<Notice>("nl", ("Kind", kind), ("Title", "Nieuws"), ("ChildContent", RenderedComponent.Html("<p>Meer.</p>")));

        Assert.Equal(role, body.QuerySelector(".klik-notice")!.GetAttribute("role"));
        Assert.Equal(["Nieuws", "Meer."], body.QuerySelectorAll("p").Select(p => p.TextContent));
    }

    [Fact]
    public async Task A_table_scrolls_in_a_named_region_that_the_keyboard_reaches()
    {
        var body = await RenderedComponent.InAsync<DataTable>(
            "nl", ("Id", "grades"), ("Caption", "Cijfers"), ("HideCaption", true), ("ChildContent", RenderedComponent.Html("<tbody><tr><td>7</td></tr></tbody>")));

        var region = body.QuerySelector("[role=region][tabindex='0']")!;
        Assert.Equal("Cijfers", body.QuerySelector($"#{region.GetAttribute("aria-labelledby")}")!.TextContent);
        Assert.Equal("7", region.QuerySelector("table td")!.TextContent);
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 3, "next:?page=2")]
    [InlineData(2, 3, "prev:?page=1 next:?page=3")]
    [InlineData(3, 3, "prev:?page=2")]
    public async Task A_list_leads_to_the_pages_that_are_there(int number, int count, string links)
    {
        Func<int, string> href = page => $"?page={page}";

        var body = await RenderedComponent.InAsync<Pagination>("nl", ("Number", number), ("Count", count), ("Href", href));

        Assert.Equal(links, string.Join(' ', body.QuerySelectorAll("nav a").Select(link => $"{link.GetAttribute("rel")}:{link.GetAttribute("href")}")));
        Assert.Equal(count > 1 ? $"Pagina {number} van {count}" : null, body.QuerySelector(".klik-pages-here")?.TextContent);
    }

    [Fact]
    public async Task What_is_new_says_since_when()
    {
        var one = await RenderedComponent.InAsync<NewBadge>("nl");
        var several = await RenderedComponent.InAsync<NewBadge>("en", ("Count", 3));

        Assert.Equal("Nieuw sinds uw laatste bezoek", one.TextContent.Trim());
        Assert.Equal("3 new since your last visit", several.TextContent.Trim());
    }

    [Theory]
    [InlineData(ExternalProvider.Google)]
    [InlineData(ExternalProvider.Microsoft)]
    public async Task The_mark_of_a_provider_is_silent_beside_its_name(ExternalProvider provider)
    {
        var body = await RenderedComponent.InAsync<ProviderIcon>("nl", ("Provider", provider));

        Assert.Equal("true", body.QuerySelector("svg")!.GetAttribute("aria-hidden"));
        Assert.Equal(4, body.QuerySelectorAll("path").Length);
    }
}
