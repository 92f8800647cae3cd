using System.Text.RegularExpressions;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Tests.Localization;
using Klik.ParentAccess.Web.Look;

namespace Klik.ParentAccess.Tests.Components;

[Trait("Rule", "P9")]
public partial class LookTests
{
    private static readonly string Css = File.ReadAllText(SourceTexts.PathOf("Klik.ParentAccess.Web", "wwwroot", "parent-access.css"));

    [Fact]
    public void Every_style_stands_under_klik()
    {
        var selectors = Rule().Matches(Comment().Replace(Css, ""))
            .Select(rule => rule.Groups[1].Value.Trim())
            .Where(selector => selector.Length > 0 && selector[0] != '@');

        Assert.NotEmpty(selectors);
        Assert.All(selectors.SelectMany(OutsideBrackets), selector => Assert.Matches(@"^(body)?\.klik([\s:]|$)", selector));
    }

    [Theory]
    [InlineData("ink", "page", AccentColor.ForText)]
    [InlineData("ink", "surface", AccentColor.ForText)]
    [InlineData("ink", "sunken", AccentColor.ForText)]
    [InlineData("muted", "page", AccentColor.ForText)]
    [InlineData("muted", "surface", AccentColor.ForText)]
    [InlineData("success", "success-ground", AccentColor.ForText)]
    [InlineData("success", "surface", AccentColor.ForText)]
    [InlineData("problem", "problem-ground", AccentColor.ForText)]
    [InlineData("problem", "surface", AccentColor.ForText)]
    [InlineData("problem", "page", AccentColor.ForText)]
    [InlineData("news", "news-ground", AccentColor.ForText)]
    [InlineData("on-accent", "accent", AccentColor.ForText)]
    [InlineData("accent-text", "page", AccentColor.ForText)]
    [InlineData("accent-text", "surface", AccentColor.ForText)]
    [InlineData("accent-shape", "surface", AccentColor.ForShapes)]
    [InlineData("control", "page", AccentColor.ForShapes)]
    [InlineData("control", "surface", AccentColor.ForShapes)]
    public void Every_pair_of_colours_has_its_contrast_in_light_and_dark(string front, string ground, double contrast)
    {
        var light = Colors(Css[..Css.IndexOf("@media", StringComparison.Ordinal)]);
        var darkAt = Css.IndexOf("(prefers-color-scheme: dark)", StringComparison.Ordinal);
        var dark = Colors(Css[darkAt..Css.IndexOf("/* ----", darkAt, StringComparison.Ordinal)]);

        Assert.True(light[front].ContrastWith(light[ground]) >= contrast, "light");
        Assert.True(dark[front].ContrastWith(dark[ground]) >= contrast, "dark");
    }

    [Fact]
    public void A_school_colour_is_readable_on_the_grounds_of_the_stylesheet()
    {
        var page = Css[..Css.IndexOf("@media", StringComparison.Ordinal)];
        var darkAt = Css.IndexOf("(prefers-color-scheme: dark)", StringComparison.Ordinal);

        Assert.Equal(AccentStylesheet.LightGround, Colors(page)["page"]);
        Assert.Equal(AccentStylesheet.DarkGround, Colors(Css[darkAt..])["sunken"]);
    }

    [Theory]
    [InlineData("#ffd500")]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    [InlineData("#0000ff")]
    [InlineData("#7f7f7f")]
    public void Any_school_colour_can_be_read_in_light_and_dark(string accent)
    {
        var css = AccentStylesheet.For(accent);

        var half = css.IndexOf("@media", StringComparison.Ordinal);
        foreach (var (colors, ground) in new[] { (Colors(css[..half]), AccentStylesheet.LightGround), (Colors(css[half..]), AccentStylesheet.DarkGround) })
        {
            Assert.True(colors["on-accent"].ContrastWith(colors["accent"]) >= AccentColor.ForText);
            Assert.True(colors["accent-text"].ContrastWith(ground) >= AccentColor.ForText);
            Assert.True(colors["accent-shape"].ContrastWith(ground) >= AccentColor.ForShapes);
        }

        Assert.Contains($"--klik-accent: {accent};", css, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("red;} body{display:none")]
    public void What_is_no_colour_is_the_colour_of_the_product_and_never_part_of_the_stylesheet(string? accent)
    {
        var css = AccentStylesheet.For(accent);

        Assert.Equal(AccentStylesheet.For(AccentColor.Default), css);
    }

    [Fact]
    public void Nothing_needs_a_style_or_script_inside_the_page()
    {
        // A mail is no page: mail programs load no stylesheet.
        var mail = SourceTexts.PathOf("Klik.ParentAccess.Web", "Mail");
        string[] rooms = ["Klik.ParentAccess.Web", "Klik.Portal"];
        var inline = rooms
            .SelectMany(room => Directory.EnumerateFiles(SourceTexts.PathOf(room), "*.razor", SearchOption.AllDirectories))
            .Where(file => Path.GetDirectoryName(file) != mail)
            .Where(file => Inline().IsMatch(File.ReadAllText(file)));

        Assert.Empty(inline);
    }

    [Fact]
    public void The_dark_of_a_theme_is_the_dark_of_the_browser()
    {
        foreach (var css in new[] { Css, AccentStylesheet.For("#c2185b") })
        {
            var browser = css.IndexOf("(prefers-color-scheme: dark)", StringComparison.Ordinal);
            var theme = css.IndexOf("[data-bs-theme=dark]", browser, StringComparison.Ordinal);
            var end = css.IndexOf("/* ----", theme, StringComparison.Ordinal);

            var dark = Colors(css[browser..theme]);
            Assert.NotEmpty(dark);
            Assert.Equal(dark, Colors(end < 0 ? css[theme..] : css[theme..end]));
        }
    }

    private static Dictionary<string, AccentColor> Colors(string css) =>
        Property().Matches(css)
            .GroupBy(match => match.Groups[1].Value)
            .ToDictionary(group => group.Key, group => AccentColor.TryParse(group.First().Groups[2].Value, out var color) ? color : throw new FormatException(group.Key));

    private static IEnumerable<string> OutsideBrackets(string selector)
    {
        var (depth, from) = (0, 0);
        for (var at = 0; at < selector.Length; at++)
        {
            depth += selector[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (selector[at] == ',' && depth == 0)
            {
                yield return selector[from..at].Trim();
                from = at + 1;
            }
        }

        yield return selector[from..].Trim();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"([^{}]*)\{")]
    private static partial Regex Rule();

    [GeneratedRegex("--klik-([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Property();

    [GeneratedRegex(@"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
