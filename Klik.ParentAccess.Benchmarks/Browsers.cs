namespace Klik.ParentAccess.Benchmarks;

/// <summary>Signed-in parents on one pool of connections.</summary>
internal sealed class Browsers(string root, int count) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly string[] _cookies = new string[count];

    public async Task SignInAsync()
    {
        for (var i = 0; i < count; i++)
        {
            using var response = await _client.GetAsync($"{root}/benchmark/sign-in/{BenchmarkParents.AccountId(i)}");
            _cookies[i] = string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
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

    public void Dispose() => _client.Dispose();
}
