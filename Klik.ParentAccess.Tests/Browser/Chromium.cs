namespace Klik.ParentAccess.Tests.Browser;

/// <summary>The browser that is installed on this machine; none is ever downloaded.</summary>
internal static class Chromium
{
    /// <summary>The environment variable with the path of another Chromium than the usual ones.</summary>
    public const string Variable = "KLIK_TEST_CHROMIUM";

    // Calm in a container, and no request of its own that a test would take for one of ours.
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] UsualPaths =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>Its path; null when there is none.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? named
        : UsualPaths.FirstOrDefault(File.Exists);
}
