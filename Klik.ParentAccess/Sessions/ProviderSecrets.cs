using System.Security.Cryptography;
using Klik.ParentAccess.Models;
using Microsoft.AspNetCore.DataProtection;

namespace Klik.ParentAccess.Sessions;

/// <summary>The providers' secrets, which are kept among the site settings and protected with the site's data protection keys.</summary>
internal sealed class ProviderSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector(ParentSignInSettings.ProtectorName);

    public string Protect(string secret) => _protector.Protect(secret);

    /// <summary>The secret, or null where its keys are gone.</summary>
    public string? Read(string protectedSecret)
    {
        try
        {
            return _protector.Unprotect(protectedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
