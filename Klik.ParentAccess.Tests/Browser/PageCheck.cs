using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>
/// Looks at the page that is open the way a test can: by the rules of WCAG 2.2 AA in light and dark, on a phone and on a desktop;
/// for what runs out of the screen, for targets that are too small, and for style and script inside the page.
/// </summary>
internal static class PageCheck
{
    /// <summary>The environment variable with a folder to leave a picture of every page in, to look at by eye.</summary>
    public const string PicturesVariable = "KLIK_TEST_SCREENSHOTS";

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        // Axe leaves it out by itself, though it is what WCAG 2.2 asks.
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    /// <summary>Of the rules only contrast knows of light and dark.</summary>
    private static readonly AxeRunOptions Colors = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    /// <summary>What axe leaves to people, and what they found: rule, and part of what axe says.</summary>
    private static readonly (string Rule, string Part)[] Decided =
    [
        // Words in a picture: axe sees the picture lie over them. Their colours, a school's own too, are computed in LookTests.
        ("color-contrast", "<text "),
        // A single digit has the colours of the numbers beside it.
        ("color-contrast", "too short to determine"),
        // Axe looks for cells to the right of a period's name, which heads the rows below it (scope rowgroup).
        ("th-has-data-cells", "class=\"klik-table klik-results\""),
    ];

    /// <summary>Axe does not judge what stands on a gradient: the shadow at the side of a table that can be scrolled goes, and with
    /// it the doubt. What is left is the ground that the words stand on.</summary>
    private const string WithoutShadows = "() => document.querySelectorAll('.klik-scroll').forEach(table => { table.style.backgroundImage = 'none'; })";

    /// <summary>Style and script inside the page, which a strict content security policy would stop.</summary>
    private const string Inline = """
        () => [...document.querySelectorAll('*')].flatMap(element => [
          ...(element.localName === 'style' || (element.localName === 'script' && !element.hasAttribute('src')) ? [element.localName] : []),
          ...element.getAttributeNames().filter(name => name === 'style' || name.startsWith('on')).map(name => `${element.localName}[${name}]`),
          ...['href', 'action', 'formaction'].filter(name => /^\s*javascript:/i.test(element.getAttribute(name) ?? '')).map(name => `${element.localName}[${name}]`)
        ])
        """;

    /// <summary>What sticks out of the screen, when the page can be scrolled sideways.</summary>
    private const string Overflow = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [
          `page of ${document.documentElement.scrollWidth} pixels`,
          ...[...document.body.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > innerWidth + .5)
            .map(element => `${element.localName}.${element.className?.baseVal ?? element.className} up to ${Math.round(element.getBoundingClientRect().right)}`).slice(-6)
        ]
        """;

    /// <summary>Buttons, fields and menus that a thumb misses; links within a sentence are as high as the sentence.</summary>
    private const string SmallTargets = """
        () => [...document.querySelectorAll('.klik :is(button, summary, select, input:not([type=hidden], [type=checkbox], [type=radio]), .klik-button, nav a, .klik-back)')]
          .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
          .map(element => `${element.localName} '${element.textContent.trim()}' is ${element.getBoundingClientRect().height} high`)
        """;

    /// <summary>What is wrong with the page; empty when nothing is.</summary>
    /// <param name="person">Who looks.</param>
    /// <param name="name">What the page is called in a finding.</param>
    public static async Task<IReadOnlyList<string>> FindingsAsync(Person person, string name)
    {
        var page = person.Page;
        var findings = new List<string>();
        findings.AddRange((await page.EvaluateAsync<string[]>(Inline)).Select(inline => $"{name}: inside the page: {inline}"));
        foreach (var width in new[] { Screen.Desktop, Screen.Phone, Screen.Narrowest })
        {
            await page.SetViewportSizeAsync(width, 800);
            findings.AddRange((await page.EvaluateAsync<string[]>(Overflow)).Select(wide => $"{name}, {width}: too wide: {wide}"));
            findings.AddRange((await page.EvaluateAsync<string[]>(SmallTargets)).Select(small => $"{name}, {width}: {small}"));
        }

        foreach (var (width, scheme) in new[] { (Screen.Desktop, ColorScheme.Dark), (Screen.Desktop, ColorScheme.Light), (Screen.Phone, ColorScheme.Dark), (Screen.Phone, ColorScheme.Light) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 800);
            await PictureAsync(page, $"{name}-{person.Language}-{width}-{scheme}".ToLowerInvariant());
            await page.EvaluateAsync(WithoutShadows);
            // The widths differ in where things stand, not in their colours.
            if ((width, scheme) != (Screen.Desktop, ColorScheme.Dark))
            {
                findings.AddRange(Read(await page.RunAxe(scheme == ColorScheme.Dark ? Colors : Rules)).Select(finding => $"{name}, {width}, {scheme}: {finding}"));
            }
        }

        return findings;
    }

    private static IEnumerable<string> Read(AxeResult result)
    {
        Assert.NotEmpty(result.Passes);
        return result.Violations.SelectMany(item => item.Nodes.Select(node => $"{item.Id}: {Text(node)}"))
            .Concat(result.Incomplete.SelectMany(item => item.Nodes
                .Where(node => !Decided.Any(known => known.Rule == item.Id && Text(node).Contains(known.Part, StringComparison.Ordinal)))
                .Select(node => $"undecided {item.Id}: {Text(node)}")));
    }

    private static string Text(AxeResultNode node) =>
        $"{node.Html} ({string.Join(", ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))})";

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(PicturesVariable) is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name.Replace(' ', '-')}.png"), FullPage = true });
        }
    }
}
