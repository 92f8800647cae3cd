using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Klik.ParentAccess.Tests.Browser;
using Microsoft.Playwright;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>A browser for the demo; the test is skipped where there is none.</summary>
internal sealed class DemoBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private DemoBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<DemoBrowser> StartAsync()
    {
        var path = Chromium.Find();
        Assert.SkipWhen(path is null, $"There is no Chromium here. Install it, or say where it is in {Chromium.Variable}.");

        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        return new DemoBrowser(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Chromium.Arguments }));
    }

    /// <summary>A person's first page, with a session of its own.</summary>
    public async Task<IPage> NewPageAsync(int width)
    {
        var context = await _browser.NewContextAsync(new() { Locale = "en-GB", ViewportSize = new() { Width = width, Height = 800 } });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <summary>What axe finds on our part of the page; what is around it is the theme's.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IPage page, string name)
    {
        var ours = new AxeRunContext { Include = [new AxeSelector(".klik")] };
        var rules = new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
            Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
        };
        await page.Locator(".klik").First.WaitForAsync();
        var result = await page.RunAxe(ours, rules);

        Assert.NotEmpty(result.Passes);
        var wide = await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth");
        return
        [
            .. result.Violations.SelectMany(item => item.Nodes.Select(node => $"{name}: {item.Id}: {node.Html}")),
            .. wide ? [$"{name}: wider than the screen"] : Array.Empty<string>(),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
