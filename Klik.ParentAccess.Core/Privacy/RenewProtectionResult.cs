namespace Klik.ParentAccess.Core.Privacy;

/// <summary>What <see cref="RenewProtection"/> did for a school, and what it found under older keys.</summary>
/// <param name="Renewed">Rows that are under the newest key from now on.</param>
/// <param name="Left">Rows that are not: locked or changed in this moment, or not readable with the keys that are there.</param>
/// <param name="Letters">Parent letters whose code was made with an older key and is good still.</param>
/// <param name="Logins">Parents who are recognised under an older key until they sign in again.</param>
public sealed record RenewProtectionResult(int Renewed, int Left, int Letters, int Logins)
{
    /// <summary>Whether nothing was found under older keys, not even something that was renewed now.</summary>
    public bool IsNothing => this == new RenewProtectionResult(0, 0, 0, 0);
}
