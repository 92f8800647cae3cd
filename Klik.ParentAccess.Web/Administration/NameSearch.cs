using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Klik.ParentAccess.Core.Schools;
using Microsoft.AspNetCore.DataProtection;

namespace Klik.ParentAccess.Web.Administration;

/// <summary>
/// What is searched for, as it stands in addresses: encrypted. Addresses end up in the logs of servers and proxies and in the
/// browser's history, and names of parents and students belong in none of them (rules I9 and I13).
/// </summary>
public sealed class NameSearch(IDataProtectionProvider protection)
{
    /// <summary>The most characters that are searched for.</summary>
    public const int MaxLength = 100;

    /// <summary>Takes in what was typed.</summary>
    /// <returns>What to put in the address, or null when nothing was typed.</returns>
    public string? ToToken(SchoolId school, string? typed)
    {
        var search = string.Concat((typed ?? "").EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Take(MaxLength)).Trim();
        return search.Length == 0 ? null : ProtectorOf(school).Protect(search);
    }

    /// <summary>Reads it back; one that was made up, or that is from another school or of old keys, is no search.</summary>
    public bool TryRead(SchoolId school, string? token, [NotNullWhen(true)] out string? search)
    {
        search = null;
        if (!string.IsNullOrEmpty(token))
        {
            try
            {
                search = ProtectorOf(school).Unprotect(token);
            }
            catch (CryptographicException)
            {
                // Nothing that a person typed.
            }
        }

        return search is not null;
    }

    private IDataProtector ProtectorOf(SchoolId school) => protection.CreateProtector("Klik.NameSearch", school.Value);
}
