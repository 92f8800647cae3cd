namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>The discovery document of one provider.</summary>
internal static class DiscoveryEndpoint
{
    private static readonly Dictionary<string, object> Supported = new()
    {
        ["response_types_supported"] = Only("code"),
        ["subject_types_supported"] = Only("public"),
        ["id_token_signing_alg_values_supported"] = Only("RS256"),
        ["token_endpoint_auth_methods_supported"] = Only("client_secret_post"),
        ["code_challenge_methods_supported"] = Only("S256"),
        ["scopes_supported"] = Only("openid", "email", "profile"),
    };

    public static IResult Answer(DevelopmentProvider provider, HttpRequest request)
    {
        var address = DevelopmentProvider.AddressOf(request);
        return Results.Json(new Dictionary<string, object>(Supported)
        {
            ["issuer"] = address + provider.IssuerPath,
            ["authorization_endpoint"] = $"{address}/{provider.Name}/authorize",
            ["token_endpoint"] = $"{address}/{provider.Name}/token",
            ["jwks_uri"] = $"{address}/{provider.Name}/jwks",
        });
    }

    private static string[] Only(params string[] values) => values;
}
