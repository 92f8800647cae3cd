using System.Security.Cryptography;
using Klik.ParentAccess.Core.Schools;
using Microsoft.AspNetCore.DataProtection;

namespace Klik.ParentAccess.Web.Letters;

/// <summary>
/// Says in the form to link for whom it was shown, so that nobody links with an account that another tab of the same browser has
/// signed in with meanwhile (rule P3).
/// </summary>
internal sealed class LinkFormOwner(IDataProtectionProvider protection, ICurrentSchool school)
{
    /// <summary>The owner as the value of a hidden field.</summary>
    public string Protect(LinkingParent parent) => Protector().Protect(TextOf(parent));

    /// <summary>Whether a form was shown to this parent; not when it came with nothing that was written here.</summary>
    public bool IsOf(string? field, LinkingParent parent)
    {
        try
        {
            return !string.IsNullOrEmpty(field) && Protector().Unprotect(field) == TextOf(parent);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // An account that was made a moment ago, in another tab, is still that of the same person.
    private static string TextOf(LinkingParent parent) =>
        parent.Pending is { Identity: var identity } ? $"{identity.Issuer}\n{identity.Subject}" : parent.AccountId!;

    private IDataProtector Protector() => protection.CreateProtector("Klik.ParentAccess.LinkFormOwner", school.School.Id.Value);
}
