using AngleSharp;

namespace Klik.ParentAccess.Tests.Hardening;

/// <summary>What every answer must tell a browser, in either host.</summary>
internal static class HeaderCheck
{
    private static readonly Dictionary<string, string> Fixed = new()
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "no-referrer",
        ["X-Frame-Options"] = "DENY",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
    };

    private static readonly string[] InEveryPolicy = ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"];

    private static readonly string[] InAStrictPolicy = ["default-src 'none'", "script-src 'self'", "style-src 'self'"];

    /// <summary>What is wrong with an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="name">What was asked for.</param>
    /// <param name="isStrict">Whether its page may load from its own host alone.</param>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(HttpResponseMessage answer, string name, bool isStrict)
    {
        List<string> problems = [.. Fixed.Where(header => Of(answer, header.Key) != header.Value).Select(header => $"{header.Key}: {Of(answer, header.Key)}")];
        var policy = Of(answer, "Content-Security-Policy").Split([';', ','], StringSplitOptions.TrimEntries);
        problems.AddRange(InEveryPolicy.Concat(isStrict ? InAStrictPolicy : []).Where(part => !policy.Any(said => said == part || said.StartsWith(part + " ", StringComparison.Ordinal))));
        if (isStrict && policy.Any(said => said.StartsWith("script-src", StringComparison.Ordinal) && said != "script-src 'self'"))
        {
            problems.Add("script from elsewhere");
        }

        var isPublic = answer.Headers.CacheControl?.Public == true;
        if (!isPublic && answer.Headers.CacheControl?.NoStore != true)
        {
            problems.Add($"Cache-Control: {answer.Headers.CacheControl}");
        }

        if (!isPublic && Of(answer, "Cross-Origin-Resource-Policy") != "same-origin")
        {
            problems.Add("Cross-Origin-Resource-Policy");
        }

        if (answer.Headers.Contains("Server") || answer.Headers.Contains("Access-Control-Allow-Origin"))
        {
            problems.Add("a header too many");
        }

        if (isStrict && answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            problems.AddRange(await InsideAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        return [.. problems.Select(problem => $"{name} ({(int)answer.StatusCode}): {problem}")];
    }

    /// <summary>Script and style inside a page, which no policy of ours lets run.</summary>
    public static async Task<IReadOnlyList<string>> InsideAsync(string html)
    {
        using var page = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html), TestContext.Current.CancellationToken);
        return
        [
            .. page.QuerySelectorAll("script:not([src]), style, [style], base, object, embed, iframe").Select(element => $"<{element.LocalName}>"),
            .. page.All.SelectMany(element => element.Attributes)
                .Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                .Select(attribute => attribute.Name),
        ];
    }

    private static string Of(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
