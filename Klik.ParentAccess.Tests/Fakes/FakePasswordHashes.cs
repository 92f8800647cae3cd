using Klik.ParentAccess.Core.OwnAccounts;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>Hashes at once, and counts what is compared.</summary>
internal sealed class FakePasswordHashes : IPasswordHashes
{
    private const string Present = "hash of ";
    private const string Old = "old hash of ";

    private int _comparedWithHash;

    /// <summary>How often a password was compared, with a hash or with none.</summary>
    public int Compared { get; private set; }

    /// <summary>How often a password was hashed.</summary>
    public int Hashed { get; private set; }

    /// <summary>How often a password was compared with a hash.</summary>
    public int ComparedWithHash => _comparedWithHash;

    public static string OldHash(string password) => Old + password;

    public string Hash(Password password)
    {
        Hashed++;
        return Present + password.Value;
    }

    public PasswordMatch Compare(string? hash, Password password)
    {
        Compared++;
        if (hash is not null)
        {
            Interlocked.Increment(ref _comparedWithHash);
        }

        return hash == Present + password.Value ? PasswordMatch.Right : hash == Old + password.Value ? PasswordMatch.RightButOld : PasswordMatch.Wrong;
    }
}
