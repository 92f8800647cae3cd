using System.Net;
using System.Net.Http.Headers;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>What a site answers while its database cannot work.</summary>
internal static class PlainPage
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A page of the module is a plain one outside the theme, which says to come back, whole and with its style.</summary>
    public static async Task AssertToldToWaitAsync(this RunningHost host, SiteVisitor signedIn, string path, string language, string text)
    {
        using var dutch = new HttpClient(new HttpClientHandler { CookieContainer = signedIn.Cookies });
        dutch.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("nl"));

        using var answer = await dutch.GetAsync(new Uri(host.Address + path), Cancel);
        var page = await VisitedPage.ReadAsync(new Uri(host.Address + path), answer);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith(text, page.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", page.CacheControl);
        Assert.Equal(TimeSpan.FromSeconds(10), page.RetryAfter);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var style = await dutch.GetAsync(new Uri(new Uri(host.Address), page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")), Cancel);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    /// <summary>Whether the host calls itself ready.</summary>
    public static async Task<HttpStatusCode> ReadyAsync(this RunningHost host)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri($"{host.Address}/readyz"), Cancel);
        return response.StatusCode;
    }
}
