using System.Net;

namespace Klik.ParentAccess.Benchmarks.Serving;

/// <summary>Parents on one pool of connections, each with the cookies of their own browser.</summary>
internal sealed class Browsers(string root, IReadOnlyList<int> parents) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly string[] _cookies = new string[parents.Count];

    /// <summary>How many there are.</summary>
    public int Count => parents.Count;

    /// <summary>Signs everybody in, and opens a page once: a browser keeps the cookies of both.</summary>
    public async Task SignInAsync()
    {
        for (var i = 0; i < Count; i++)
        {
            _cookies[i] = await CookiesOfAsync(ServedPortal.SignIn + parents[i], null);
            _cookies[i] = $"{_cookies[i]}; {await CookiesOfAsync("/parents", _cookies[i])}".TrimEnd(' ', ';');
        }
    }

    /// <summary>Everybody comes from a provider, and is not signed in yet.</summary>
    public async Task ComeFromProviderAsync()
    {
        for (var i = 0; i < Count; i++)
        {
            _cookies[i] = await CookiesOfAsync(ServedPortal.External + parents[i], null);
        }
    }

    /// <summary>Opens a page.</summary>
    /// <exception cref="InvalidOperationException">The answer is not the one expected.</exception>
    public async Task<byte[]> GetAsync(int browser, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await SendAsync(path, _cookies[browser]);
        return response.StatusCode == expected
            ? await response.Content.ReadAsByteArrayAsync()
            : throw new InvalidOperationException($"{path} answers {(int)response.StatusCode}.");
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> CookiesOfAsync(string path, string? cookies)
    {
        using var response = await SendAsync(path, cookies);
        return response.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(cookie => cookie.Split(';')[0])) : "";
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, root + path);
        if (cookies is not null)
        {
            request.Headers.Add("Cookie", cookies);
        }

        return await _client.SendAsync(request);
    }
}
