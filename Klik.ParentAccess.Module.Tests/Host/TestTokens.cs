using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrchardCore.Security;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>
/// Stands where OpenId would check tokens, under the name that Orchard's scheme for programs passes on to. A token is the word
/// <c>role:</c> with the role that its client has.
/// </summary>
internal sealed class TestTokens(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";

    private const string Start = "Bearer role:";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Start, StringComparison.Ordinal))
        {
            return header.Length == 0 ? AuthenticateResult.NoResult() : AuthenticateResult.Fail("No such token.");
        }

        // As in Orchard's tokens, what the client's role may is in it.
        var role = await Context.RequestServices.GetRequiredService<RoleManager<IRole>>().FindByNameAsync(header[Start.Length..]) as Role;
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "program"), .. role?.RoleClaims.Select(claim => new Claim(claim.ClaimType, claim.ClaimValue)) ?? []], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }
}
