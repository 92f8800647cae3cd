using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Web.Components;

namespace Klik.ParentAccess.Tests.Components;

[Trait("Rule", "P9")]
public partial class PictureTests
{
    [Theory]
    [InlineData("nl", "Wiskunde: 3 resultaten, van 5,5 tot 7,25; het laatste is 7,25.")]
    [InlineData("en", "Wiskunde: 3 results, from 5.5 to 7.25; the latest is 7.25.")]
    public async Task A_sparkline_says_in_words_what_it_draws(string language, string words)
    {
        var body = await RenderedComponent.InAsync<Sparkline>(language, ("Label", "Wiskunde"), ("Points", new[] { 6, 5.5, 7.25 }));

        var svg = body.QuerySelector("svg")!;
        Assert.Equal(("img", words), (svg.GetAttribute("role"), svg.GetAttribute("aria-label")));
        Assert.Equal(3, svg.QuerySelector("polyline")!.GetAttribute("points")!.Split(' ').Length);
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { double.NaN, double.PositiveInfinity })]
    public async Task A_sparkline_of_nothing_is_a_sentence(double[] points)
    {
        var body = await RenderedComponent.InAsync<Sparkline>("nl", ("Label", "Wiskunde"), ("Points", points));

        Assert.Null(body.QuerySelector("svg"));
        Assert.Equal("Nog geen resultaten", body.TextContent.Trim());
    }

    [Theory]
    [InlineData(new[] { 7.3 }, null, null)]
    [InlineData(new[] { 6.0, 6, 6 }, null, null)]
    [InlineData(new[] { -5.0, 100 }, 1.0, 10.0)]
    [InlineData(new[] { 5.0, double.NaN, 6 }, 10.0, 1.0)]
    [InlineData(new[] { 1e300, -1e300 }, null, null)]
    [InlineData(new[] { 1.5, 2.5 }, double.NaN, double.PositiveInfinity)]
    public async Task A_sparkline_stays_inside_its_picture_and_its_numbers_have_a_point(double[] points, double? min, double? max)
    {
        var body = await RenderedComponent.InAsync<Sparkline>("nl", ("Label", "Wiskunde"), ("Points", points), ("Min", min), ("Max", max), ("Mark", 5.5));

        var svg = body.QuerySelector("svg")!;
        Assert.All(Numbers(svg, "cx", "x1", "x2"), x => Assert.InRange(x, 0, 120));
        Assert.All(Numbers(svg, "cy", "y1", "y2"), y => Assert.InRange(y, 0, 40));
        Assert.All(svg.QuerySelectorAll("polyline"), line => Assert.Matches(Pairs(), line.GetAttribute("points")));
    }

    [Fact]
    public async Task Of_very_many_results_the_latest_are_drawn()
    {
        var points = Enumerable.Range(0, 5000).Select(point => (double)point).ToArray();

        var body = await RenderedComponent.InAsync<Sparkline>("en", ("Label", "Maths"), ("Points", points));

        Assert.Equal(120, body.QuerySelector("polyline")!.GetAttribute("points")!.Split(' ').Length);
        Assert.Contains("the latest is 4999", body.QuerySelector("svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-5, "0", false)]
    [InlineData(0, "0", false)]
    [InlineData(62, "62", true)]
    [InlineData(140, "100", true)]
    public async Task A_ring_says_its_percentage_and_an_empty_one_has_no_arc(int percent, string shown, bool hasArc)
    {
        var body = await RenderedComponent.InAsync<ProgressRing>("nl", ("Label", "Rekenen"), ("Percent", percent));

        var svg = body.QuerySelector("svg")!;
        Assert.Equal($"Rekenen: {shown}% klaar", svg.GetAttribute("aria-label"));
        Assert.Equal(hasArc ? $"{shown} 100" : null, svg.QuerySelector(".klik-ring-done")?.GetAttribute("stroke-dasharray"));
    }

    [Theory]
    [InlineData(60, 15, "Rekenen: 60% klaar, 15% bezig", "60", "15")]
    [InlineData(60, 90, "Rekenen: 60% klaar, 40% bezig", "60", "40")]
    [InlineData(100, 0, "Rekenen: 100% klaar", "100", null)]
    [InlineData(0, -3, "Rekenen: 0% klaar", null, null)]
    public async Task A_bar_shows_what_is_done_and_then_what_is_busy(int percent, int busy, string words, string? done, string? begun)
    {
        var body = await RenderedComponent.InAsync<ProgressBar>("nl", ("Label", "Rekenen"), ("Percent", percent), ("Busy", busy));

        Assert.Equal(words, body.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal(done, body.QuerySelector(".klik-bar-done")?.GetAttribute("width"));
        Assert.Equal(begun, body.QuerySelector(".klik-bar-busy")?.GetAttribute("width"));
    }

    [Fact]
    public async Task Steps_are_a_list_that_says_how_far_each_is_and_where_the_student_is()
    {
        GoalStep[] steps = [new("Kiezen", ActivityState.Done), new("Lezen", ActivityState.Busy), new("Verslag", ActivityState.NotStarted)];

        var body = await RenderedComponent.InAsync<Steps>("nl", ("Items", steps));

        var items = body.QuerySelectorAll("ol > li");
        Assert.Equal(["Klaar", "Bezig", "Nog niet begonnen"], items.Select(item => item.QuerySelector(".klik-state")!.TextContent));
        Assert.Equal([null, "step", null], items.Select(item => item.GetAttribute("aria-current")));
    }

    [Theory]
    [MemberData(nameof(Icons))]
    public async Task Every_icon_has_a_picture_and_is_silent(IconName name)
    {
        var body = await RenderedComponent.InAsync<Icon>("nl", ("Name", name));

        Assert.NotEmpty(body.QuerySelector("path")!.GetAttribute("d")!);
        Assert.Equal("true", body.QuerySelector("svg")!.GetAttribute("aria-hidden"));
    }

    public static TheoryData<IconName> Icons() => [.. Enum.GetValues<IconName>()];

    private static IEnumerable<double> Numbers(IElement svg, params string[] names) =>
        svg.QuerySelectorAll("*")
            .SelectMany(element => names.Select(element.GetAttribute))
            .OfType<string>()
            .Select(value => double.Parse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^(\d+(\.\d)?,\d+(\.\d)?)( \d+(\.\d)?,\d+(\.\d)?)*$")]
    private static partial Regex Pairs();
}
