using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>The token endpoint: a code for an ID token.</summary>
internal static class CodeExchangeEndpoint
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(5);

    public static async Task<IResult> AnswerAsync(
        DevelopmentProvider provider,
        HttpRequest request,
        DevelopmentClient client,
        DevelopmentCodes codes,
        DevelopmentSigningKey key,
        TimeProvider timeProvider,
        CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return Refuse("invalid_request");
        }

        var form = await request.ReadFormAsync(cancellationToken);
        if (!client.IsIt(form["client_id"].ToString(), form["client_secret"].ToString()))
        {
            return Refuse("invalid_client", StatusCodes.Status401Unauthorized);
        }

        if (form["grant_type"] != "authorization_code")
        {
            return Refuse("unsupported_grant_type");
        }

        var issued = codes.Redeem(provider, form["code"].ToString(), form["redirect_uri"].ToString(), form["code_verifier"].ToString());
        if (issued is null)
        {
            return Refuse("invalid_grant");
        }

        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(new
        {
            // Asked for by the protocol; good for nothing here.
            access_token = "none",
            token_type = "Bearer",
            expires_in = (int)TokenLifetime.TotalSeconds,
            id_token = IdToken(issued, DevelopmentProvider.AddressOf(request), key, timeProvider.GetUtcNow().UtcDateTime),
        });
    }

    private static string IdToken(IssuedCode issued, string address, DevelopmentSigningKey key, DateTime now) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = address + issued.Account.Issuer,
            Audience = DevelopmentClient.Id,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + TokenLifetime,
            Claims = new Dictionary<string, object>(issued.Account.Claims) { ["nonce"] = issued.Request.Nonce },
            SigningCredentials = key.Credentials,
        });

    private static IResult Refuse(string error, int status = StatusCodes.Status400BadRequest) => Results.Json(new { error }, statusCode: status);
}
