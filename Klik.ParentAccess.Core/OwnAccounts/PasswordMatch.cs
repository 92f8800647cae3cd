namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>Whether a password is the one that was hashed.</summary>
public enum PasswordMatch
{
    /// <summary>It is not.</summary>
    Wrong,

    /// <summary>It is.</summary>
    Right,

    /// <summary>It is, and should be hashed anew, with what is sound today.</summary>
    RightButOld,
}
