using System.Security.Cryptography;
using System.Text.Json;
using Klik.ParentAccess.Core.Schools;
using Microsoft.AspNetCore.DataProtection;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>Writes a purpose into a form, and reads it back.</summary>
internal sealed class OwnAccountPurposes(IDataProtectionProvider protection, ICurrentSchool school)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    /// <summary>The purpose as the value of a hidden field.</summary>
    public string Protect(OwnAccountPurpose purpose) => Protector().Protect(JsonSerializer.Serialize(purpose), Lifetime);

    /// <summary>The purpose that a form came with; none where it came with nothing that was written here, or too long ago.</summary>
    public OwnAccountPurpose Read(string? state)
    {
        if (string.IsNullOrEmpty(state))
        {
            return OwnAccountPurpose.None;
        }

        try
        {
            return JsonSerializer.Deserialize<OwnAccountPurpose>(Protector().Unprotect(state)) ?? OwnAccountPurpose.None;
        }
        catch (CryptographicException)
        {
            return OwnAccountPurpose.None;
        }
    }

    private ITimeLimitedDataProtector Protector() =>
        protection.CreateProtector("Klik.ParentAccess.OwnAccountPurpose", school.School.Id.Value).ToTimeLimitedDataProtector();
}
