namespace Klik.ParentAccess.Tests.Browser;

/// <summary>Where the secret of a link went (rule P2).</summary>
internal static class SecretWatch
{
    /// <summary>The requests that carried it where servers and proxies write it down: address, Referer, any other header.</summary>
    public static async Task<IReadOnlyList<string>> LeaksAsync(Person person, string secret)
    {
        var leaks = new List<string>();
        foreach (var request in person.Requests)
        {
            // The part after '#' stays in the browser, though it is part of the address that the browser shows.
            if (request.Url.Split('#')[0].Contains(secret, StringComparison.Ordinal))
            {
                leaks.Add($"{request.Method} address {request.Url}");
            }

            leaks.AddRange((await request.AllHeadersAsync())
                .Where(header => header.Value.Contains(secret, StringComparison.Ordinal))
                .Select(header => $"{request.Method} {request.Url}, header {header.Key}"));
        }

        return leaks;
    }

    /// <summary>The paths that it was posted to, in the body.</summary>
    public static IEnumerable<string> PostsOf(Person person, string secret) => person.Requests
        .Where(request => request.Method == "POST" && request.PostData?.Contains(secret, StringComparison.Ordinal) == true)
        .Select(request => new Uri(request.Url).AbsolutePath);
}
