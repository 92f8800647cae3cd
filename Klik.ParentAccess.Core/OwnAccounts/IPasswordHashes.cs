namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>Hashes passwords, by ASP.NET Core Identity (rule I13).</summary>
public interface IPasswordHashes
{
    /// <summary>Hashes a password.</summary>
    string Hash(Password password);

    /// <summary>Compares a password with a hash.</summary>
    /// <param name="hash">The hash; null where there is none, which costs as much work and is always wrong.</param>
    /// <param name="password">The password.</param>
    PasswordMatch Compare(string? hash, Password password);
}
