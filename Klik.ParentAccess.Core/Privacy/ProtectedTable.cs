namespace Klik.ParentAccess.Core.Privacy;

/// <summary>What is kept with protected text in it.</summary>
public enum ProtectedTable
{
    /// <summary>Invitations: name, and until they expire the address with its hash.</summary>
    Invitations,

    /// <summary>Accounts at the school: name, and address with its hashes.</summary>
    OwnAccounts,

    /// <summary>Parents' accounts: the address with its hash, where there is one.</summary>
    Accounts,

    /// <summary>Links: name.</summary>
    Links,
}
