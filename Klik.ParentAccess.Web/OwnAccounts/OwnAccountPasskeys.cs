using System.Security.Cryptography;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Schools;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>
/// Passkeys by ASP.NET Core Identity's own handler. What was asked travels in the form, protected and for ten minutes, together
/// with the form's token; the address that a passkey is for is the school's, never that of a request's Host header.
/// </summary>
internal sealed class OwnAccountPasskeys(UserManager<OwnUser> users, ISchoolAddress address, ICurrentSchool school, IDataProtectionProvider protection)
{
    private const string Creation = "creation";
    private const string Request = "request";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Asks for a new passkey.</summary>
    /// <param name="context">The request.</param>
    /// <param name="ownAccountId">The account that it is for, which may not be there yet.</param>
    /// <param name="name">What the browser shows it by; where it is not known yet, the page's script fills in what was typed.</param>
    public async Task<PasskeyQuestion> AskForNewAsync(HttpContext context, Guid ownAccountId, string name)
    {
        var user = new PasskeyUserEntity { Id = ownAccountId.ToString(), Name = name, DisplayName = name };
        var made = await Handler().MakeCreationOptionsAsync(user, context);
        return new PasskeyQuestion(made.CreationOptionsJson, Protect(Creation, made.AttestationState));
    }

    /// <summary>Reads a passkey that was just made.</summary>
    /// <returns>Null when it is not what was asked for.</returns>
    public async Task<NewPasskey?> ReadNewAsync(HttpContext context, string? credential, string? state)
    {
        if (string.IsNullOrEmpty(credential) || Unprotect(Creation, state) is not { } asked)
        {
            return null;
        }

        var result = await Handler().PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = asked });
        return result.Succeeded && Guid.TryParse(result.UserEntity.Id, out var id) && PasskeyInfo.Read(result.Passkey) is { } passkey
            ? new NewPasskey(id, passkey)
            : null;
    }

    /// <summary>Asks for any passkey of this school; no account is named.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext context)
    {
        var made = await Handler().MakeRequestOptionsAsync(user: null, context);
        return new PasskeyQuestion(made.RequestOptionsJson, Protect(Request, made.AssertionState));
    }

    /// <summary>Reads whose passkey has signed.</summary>
    /// <returns>Null when it is no passkey of this school, or has not signed what was asked.</returns>
    public async Task<NewPasskey?> ReadUsedAsync(HttpContext context, string? credential, string? state)
    {
        if (string.IsNullOrEmpty(credential) || Unprotect(Request, state) is not { } asked)
        {
            return null;
        }

        var result = await Handler().PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = asked });
        return result.Succeeded && PasskeyInfo.Read(result.Passkey) is { } passkey ? new NewPasskey(result.User.Id, passkey) : null;
    }

    private PasskeyHandler<OwnUser> Handler()
    {
        var origin = address.Base.GetLeftPart(UriPartial.Authority);
        return new PasskeyHandler<OwnUser>(users, Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = address.Base.Host,
            ResidentKeyRequirement = "required",
            UserVerificationRequirement = "required",
            ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == origin),
        }));
    }

    private string Protect(string kind, string? state) => Protector(kind).Protect(state ?? "", Lifetime);

    private string? Unprotect(string kind, string? state)
    {
        try
        {
            return string.IsNullOrEmpty(state) ? null : Protector(kind).Unprotect(state);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(string kind) =>
        protection.CreateProtector("Klik.ParentAccess.Passkeys", kind, school.School.Id.Value).ToTimeLimitedDataProtector();
}
