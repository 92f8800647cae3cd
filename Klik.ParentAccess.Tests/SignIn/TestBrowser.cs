using System.Net;
using System.Net.Http.Json;

namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>A browser: keeps cookies, and follows redirects one by one, so that a test can stop in between.</summary>
internal sealed class TestBrowser : IDisposable
{
    private readonly HttpClient _client;

    public TestBrowser() =>
        _client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false });

    public CookieContainer Cookies { get; } = new();

    /// <summary>Asks for one page and follows nothing.</summary>
    public async Task<HttpResponseMessage> GetAsync(string address, string? host = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Where a page redirects to.</summary>
    public async Task<string> RedirectOfAsync(string address)
    {
        using var response = await GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return new Uri(new Uri(address), response.Headers.Location!).AbsoluteUri;
    }

    /// <summary>Follows every redirect and says where it ended.</summary>
    public async Task<string> FollowAsync(string address)
    {
        for (var i = 0; i < 10; i++)
        {
            using var response = await GetAsync(address);
            if (response.StatusCode != HttpStatusCode.Redirect)
            {
                return address;
            }

            address = new Uri(new Uri(address), response.Headers.Location!).AbsoluteUri;
        }

        throw new InvalidOperationException("Too many redirects.");
    }

    /// <summary>Who the host says has signed in; null if nobody.</summary>
    public async Task<WhoAmI?> WhoAmIAsync(SignInHost host)
    {
        using var response = await GetAsync($"{host.Address}/whoami");
        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<WhoAmI>(TestContext.Current.CancellationToken)
            : null;
    }

    /// <summary>Drops every cookie.</summary>
    public void ForgetEverything()
    {
        foreach (var cookie in Cookies.GetAllCookies().Cast<Cookie>())
        {
            cookie.Expired = true;
        }
    }

    public void Dispose() => _client.Dispose();
}
