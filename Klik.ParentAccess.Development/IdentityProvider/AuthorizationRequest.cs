namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>What the host asks of the provider, in the query of the page and again in its forms.</summary>
public sealed record AuthorizationRequest(string RedirectUri, string State, string Nonce, string CodeChallenge, bool AsksToSwitch)
{
    // A host may have callbacks of another name; they all begin like this.
    private const string Callback = "signin-";

    /// <summary>Reads a request.</summary>
    /// <returns>Null and what is wrong with it: the person is never sent to an address that was not checked.</returns>
    public static AuthorizationRequest? Read(Func<string, string?> parameter, string ownHost, out string problem)
    {
        problem = ProblemOf(parameter, ownHost);
        return problem.Length > 0
            ? null
            : new AuthorizationRequest(
                parameter("redirect_uri")!,
                parameter("state")!,
                parameter("nonce")!,
                parameter("code_challenge")!,
                parameter("prompt") == "select_account");
    }

    /// <summary>The same request as the hidden fields of a form.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToFields() => new Dictionary<string, string>
    {
        ["client_id"] = DevelopmentClient.Id,
        ["redirect_uri"] = RedirectUri,
        ["response_type"] = "code",
        ["scope"] = "openid email profile",
        ["state"] = State,
        ["nonce"] = Nonce,
        ["code_challenge"] = CodeChallenge,
        ["code_challenge_method"] = "S256",
    };

    private static string ProblemOf(Func<string, string?> parameter, string ownHost)
    {
        (bool IsMet, string Problem)[] conditions =
        [
            (parameter("client_id") == DevelopmentClient.Id, "client_id is not known here"),
            (IsCallback(parameter("redirect_uri"), ownHost), "redirect_uri is no callback of this host"),
            (parameter("response_type") == "code", "response_type must be code"),
            ((parameter("scope") ?? "").Split(' ').Contains("openid"), "scope must hold openid"),
            (!string.IsNullOrEmpty(parameter("code_challenge")), "code_challenge is needed"),
            (parameter("code_challenge_method") == "S256", "code_challenge_method must be S256"),
            (!string.IsNullOrEmpty(parameter("state")), "state is needed"),
            (!string.IsNullOrEmpty(parameter("nonce")), "nonce is needed"),
        ];
        return conditions.FirstOrDefault(condition => !condition.IsMet, (IsMet: true, Problem: "")).Problem;
    }

    private static bool IsCallback(string? text, string ownHost) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && (uri.IsLoopback || uri.Host.Equals(ownHost, StringComparison.OrdinalIgnoreCase))
        && uri.Segments[^1].StartsWith(Callback, StringComparison.Ordinal);
}
