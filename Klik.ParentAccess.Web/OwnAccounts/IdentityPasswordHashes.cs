using Klik.ParentAccess.Core.OwnAccounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>
/// Hashes passwords by ASP.NET Core Identity: PBKDF2 with HMAC-SHA-512, a salt of 128 bits and 220,000 rounds. A hash with fewer
/// rounds is made anew when its password is next typed.
/// </summary>
internal sealed class IdentityPasswordHashes : IPasswordHashes
{
    private const int Rounds = 220_000;

    private static readonly OwnUser Nobody = new(Guid.Empty);

    private readonly PasswordHasher<OwnUser> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly Lazy<string> _nobodys;

    public IdentityPasswordHashes() => _nobodys = new Lazy<string>(() => _hasher.HashPassword(Nobody, Guid.Empty.ToString()));

    public string Hash(Password password) => _hasher.HashPassword(Nobody, password.Value);

    public PasswordMatch Compare(string? hash, Password password)
    {
        var result = _hasher.VerifyHashedPassword(Nobody, hash ?? _nobodys.Value, password.Value);
        return (hash, result) switch
        {
            (null, _) => PasswordMatch.Wrong,
            (_, PasswordVerificationResult.Success) => PasswordMatch.Right,
            (_, PasswordVerificationResult.SuccessRehashNeeded) => PasswordMatch.RightButOld,
            _ => PasswordMatch.Wrong,
        };
    }
}
