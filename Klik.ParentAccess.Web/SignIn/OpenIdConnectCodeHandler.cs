using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// The OpenID Connect code flow on the framework's <see cref="OAuthHandler{TOptions}"/>, which brings state, correlation and
/// PKCE; added are discovery, the nonce and the validated ID token (rule P1). Nothing of the provider's answer is kept but
/// the claims of <see cref="SignInClaims"/>.
/// </summary>
internal sealed class OpenIdConnectCodeHandler(
    IOptionsMonitor<OpenIdConnectCodeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<OpenIdConnectCodeOptions>(options, logger, encoder)
{
    private const int NonceBytes = 32;

    private OpenIdConnectConfiguration? _document;

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        try
        {
            _document = await Options.Metadata.GetAsync(Context.RequestAborted);
        }
        catch (Exception exception)
        {
            SignInLog.Failed(Logger, Scheme.Name, SignInFault.ProviderUnavailable, exception.GetType().Name);
            Response.Redirect(OpenIdConnectCodeEvents.ProblemAddress(Context, Options, properties, SignInProblem.Unavailable));
            return;
        }

        await base.HandleChallengeAsync(properties);
    }

    /// <inheritdoc/>
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(NonceBytes));
        ChallengeRecord.Put(properties, nonce, Options.Clock.GetUtcNow());
        var parameters = QueryHelpers.ParseQuery(new Uri(new Uri("http://discovered/"), base.BuildChallengeUrl(properties, CallbackAddress())).Query);
        parameters["nonce"] = nonce;
        if (properties.AsksToSwitch())
        {
            parameters["prompt"] = "select_account";
        }

        return QueryHelpers.AddQueryString(_document!.AuthorizationEndpoint, parameters);
    }

    /// <inheritdoc/>
    protected override void GenerateCorrelationId(AuthenticationProperties properties) =>
        SignInCookies.Put(Context, properties, Options.Clock.GetUtcNow() + Options.RemoteAuthenticationTimeout);

    /// <inheritdoc/>
    protected override bool ValidateCorrelationId(AuthenticationProperties properties) => SignInCookies.Take(Context, properties);

    /// <inheritdoc/>
    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var properties = Options.StateDataFormat.Unprotect(Request.Query["state"]);
        if (properties is null)
        {
            return Fail(SignInFault.StateUnreadable, null);
        }

        if (!ValidateCorrelationId(properties))
        {
            return Fail(SignInFault.OtherBrowser, properties);
        }

        try
        {
            return await FinishAsync(properties);
        }
        catch (Exception exception)
        {
            // Whatever the network or the provider's answer brings, the person gets a page of the school.
            return Fail(SignInFault.ProviderUnavailable, properties, exception.GetType().Name);
        }
    }

    private async Task<HandleRequestResult> FinishAsync(AuthenticationProperties properties)
    {
        var challenge = ChallengeRecord.Take(properties);
        if (challenge is null || challenge.MadeAt + Options.RemoteAuthenticationTimeout < Options.Clock.GetUtcNow())
        {
            return Fail(SignInFault.TooLate, properties);
        }

        if (Request.Query.TryGetValue("error", out var error))
        {
            return Fail(error == "access_denied" ? SignInFault.AccessDenied : SignInFault.ProviderError, properties);
        }

        if (Request.Query["code"].ToString() is not { Length: > 0 } code)
        {
            return Fail(SignInFault.CodeMissing, properties);
        }

        var document = await Options.Metadata.GetAsync(Context.RequestAborted);
        var exchanged = await new TokenEndpoint(Options).ExchangeAsync(
            document, code, challenge.CodeVerifier, CallbackAddress(), Context.RequestAborted);
        if (exchanged.IdToken is null)
        {
            return Fail(exchanged.Fault, properties);
        }

        var token = await new IdTokenValidator(Options).ValidateAsync(exchanged.IdToken, challenge.Nonce, Context.RequestAborted);
        if (!token.IsValid)
        {
            return Fail(token.Fault, properties);
        }

        SignInLog.Identified(Logger, Scheme.Name);
        return HandleRequestResult.Success(new AuthenticationTicket(Principal(token.Issuer, token.Claims), properties, Scheme.Name));
    }

    private string CallbackAddress() => Options.CallbackPathBase is { } pathBase
        ? $"{Request.Scheme}://{Request.Host}{pathBase}{Options.CallbackPath}"
        : BuildRedirectUri(Options.CallbackPath);

    private ClaimsPrincipal Principal(string issuer, IdTokenClaims claims) => new(new ClaimsIdentity(
        [
            new Claim(SignInClaims.Issuer, issuer),
            new Claim(SignInClaims.Subject, claims.String("sub")!),
            .. Options.Profile.Describe(claims),
        ],
        Scheme.Name));

    private HandleRequestResult Fail(SignInFault fault, AuthenticationProperties? properties, string cause = "")
    {
        if (fault == SignInFault.AccessDenied)
        {
            SignInLog.Cancelled(Logger, Scheme.Name);
        }
        else
        {
            SignInLog.Failed(Logger, Scheme.Name, fault, cause);
        }

        var failure = new SignInFailureException(fault);
        return properties is null ? HandleRequestResult.Fail(failure) : HandleRequestResult.Fail(failure, properties);
    }
}
