using System.Security.Cryptography;
using System.Text;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>
/// What an external account is known by (rule P1): the SHA-256 of issuer and subject. It is of one length and case whatever the
/// provider sends, so that the database tells any two apart.
/// </summary>
internal static class LoginKey
{
    public static string Of(string issuer, string subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")));
}
