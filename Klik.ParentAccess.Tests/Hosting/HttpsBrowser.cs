using System.Net;
using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Tests.Hosting;

/// <summary>A browser that reaches the portal over https, through a proxy on the same machine that ends TLS.</summary>
internal sealed class HttpsBrowser(string portal, string plan) : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly string _host = new Uri(portal).Authority;

    /// <summary>The cookies that it keeps, by name; those of the portal alone.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Every cookie as it was set, deletions left out.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>Opens a path and follows redirects.</summary>
    /// <returns>Where it ended.</returns>
    public async Task<(Uri Address, HttpStatusCode Status, HttpResponseMessage Response)> OpenAsync(string path)
    {
        var address = new Uri($"https://{_host}{path}");
        for (var i = 0; i < 10; i++)
        {
            var response = await SendAsync(address);
            if ((int)response.StatusCode is < 300 or >= 400)
            {
                return (address, response.StatusCode, response);
            }

            address = new Uri(address, response.Headers.Location!);
            response.Dispose();
        }

        throw new InvalidOperationException("Too many redirects.");
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Uri address)
    {
        if (address.Authority != _host)
        {
            return await _client.GetAsync(new Uri($"{address}&{LyingIdentityProvider.PlanParameter}={plan}"), TestContext.Current.CancellationToken);
        }

        Assert.Equal(Uri.UriSchemeHttps, address.Scheme);
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(address) { Scheme = Uri.UriSchemeHttp }.Uri);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split('=')[0], cookie.Split(';')[0].Split('=', 2)[1]);
            if (value.Length == 0)
            {
                Cookies.Remove(name);
                continue;
            }

            Cookies[name] = value;
            SetCookies.Add(cookie);
        }

        return response;
    }
}
