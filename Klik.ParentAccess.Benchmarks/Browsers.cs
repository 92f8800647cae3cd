namespace Klik.ParentAccess.Benchmarks;

/// <summary>Signed-in parents on one pool of connections.</summary>
internal sealed class Browsers(string root, int count) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly string[] _cookies = new string[count];

    /// <summary>Signs everybody in, and opens a page once: a browser keeps the cookies of both.</summary>
    public async Task SignInAsync()
    {
        for (var i = 0; i < count; i++)
        {
            using var signedIn = await _client.GetAsync($"{root}/benchmark/sign-in/{BenchmarkParents.AccountId(i)}");
            _cookies[i] = CookiesOf(signedIn);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{root}/parents");
            request.Headers.Add("Cookie", _cookies[i]);
            using var opened = await _client.SendAsync(request);
            _cookies[i] = $"{_cookies[i]}; {CookiesOf(opened)}".TrimEnd(' ', ';');
        }
    }

    public async Task<byte[]> GetAsync(int parent, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, root + path);
        request.Headers.Add("Cookie", _cookies[parent]);
        using var response = await _client.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path} answers {(int)response.StatusCode}.");
        }

        return await response.Content.ReadAsByteArrayAsync();
    }

    private static string CookiesOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])) : "";

    public void Dispose() => _client.Dispose();
}
