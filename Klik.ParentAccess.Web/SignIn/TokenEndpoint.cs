using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Exchanges a code for an ID token; whatever other tokens come along are dropped unread.</summary>
internal sealed class TokenEndpoint(OpenIdConnectCodeOptions options)
{
    private const int MaxAnswerLength = 256 * 1024;

    /// <exception cref="HttpRequestException">The provider cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It did not answer in time.</exception>
    /// <exception cref="JsonException">It did not answer with JSON.</exception>
    public async Task<TokenEndpointResult> ExchangeAsync(
        OpenIdConnectConfiguration document, string code, string codeVerifier, string redirectUri, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirectUri,
            ["code_verifier"] = codeVerifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, document.TokenEndpoint);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        Authenticate(request, form, document);
        request.Content = new FormUrlEncodedContent(form);

        using var response = await options.Backchannel.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (body.Length > MaxAnswerLength)
        {
            return SignInFault.TokenEndpointError;
        }

        using var answer = JsonDocument.Parse(body);
        if (!response.IsSuccessStatusCode)
        {
            return response.StatusCode == HttpStatusCode.BadRequest && Text(answer, "error") == "invalid_grant"
                ? SignInFault.CodeRefused
                : SignInFault.TokenEndpointError;
        }

        return Text(answer, "id_token") is { Length: > 0 } idToken ? new TokenEndpointResult(idToken, SignInFault.None) : SignInFault.IdTokenMissing;
    }

    // In the form, as Google and Microsoft document it; in the header for a provider that says it takes nothing else.
    private void Authenticate(HttpRequestMessage request, Dictionary<string, string> form, OpenIdConnectConfiguration document)
    {
        var methods = document.TokenEndpointAuthMethodsSupported;
        if (methods.Contains("client_secret_basic") && !methods.Contains("client_secret_post"))
        {
            var pair = $"{Uri.EscapeDataString(options.ClientId)}:{Uri.EscapeDataString(options.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
            return;
        }

        form["client_id"] = options.ClientId;
        form["client_secret"] = options.ClientSecret;
    }

    private static string? Text(JsonDocument answer, string name) =>
        answer.RootElement.ValueKind == JsonValueKind.Object
        && answer.RootElement.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
