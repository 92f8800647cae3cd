using Klik.ParentAccess.Tests.Portal;
using Microsoft.Playwright;

namespace Klik.ParentAccess.Tests.Browser;

/// <summary>One Chromium, and one portal where people sign in at the pages of the development provider.</summary>
public sealed class BrowserWorld : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public RunningPortal Portal { get; } = new() { HasDevelopmentProvider = true };

    /// <summary>The browser; a test that asks for it where there is none is skipped.</summary>
    public IBrowser Browser
    {
        get
        {
            if (field is null)
            {
                Assert.Skip($"There is no Chromium here. Install it, or say where it is in {Chromium.Variable}.");
            }

            return field;
        }

        private set;
    }

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is not { } path)
        {
            return;
        }

        await Portal.InitializeAsync();
        // Longer than five seconds, for a machine that does much else at the same time.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Chromium.Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_playwright is not null)
        {
            await Browser.CloseAsync();
            _playwright.Dispose();
        }

        await Portal.DisposeAsync();
    }
}
