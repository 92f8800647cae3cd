using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Another way to sign in to a site, for its staff: a provider that lets everybody in as the same person.</summary>
internal sealed class StaffSignInHandler(
    IOptionsMonitor<StaffSignInOptions> options, ILoggerFactory logger, UrlEncoder encoder, IDataProtectionProvider protection)
    : RemoteAuthenticationHandler<StaffSignInOptions>(options, logger, encoder)
{
    public const string Name = "Staff";
    public const string Subject = "teacher-1";

    private readonly PropertiesDataFormat _state = new(protection.CreateProtector("Staff"));

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        GenerateCorrelationId(properties);
        Response.Redirect(BuildRedirectUri(Options.CallbackPath) + QueryString.Create("state", _state.Protect(properties)));
        return Task.CompletedTask;
    }

    protected override Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var properties = _state.Unprotect(Request.Query["state"]);
        if (properties is null || !ValidateCorrelationId(properties))
        {
            return Task.FromResult(HandleRequestResult.Fail("Not a sign-in of staff."));
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Subject), new Claim(ClaimTypes.Email, "teacher@school.example")], Name);
        return Task.FromResult(HandleRequestResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Name)));
    }
}
