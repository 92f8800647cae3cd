namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>What is wrong with a password that somebody chooses. There are no rules about which signs are in it.</summary>
public enum PasswordProblem
{
    /// <summary>Shorter than <see cref="Password.MinLength"/>.</summary>
    TooShort,

    /// <summary>Longer than <see cref="Password.MaxLength"/>.</summary>
    TooLong,

    /// <summary>Many people choose it, or it is made of the person's own name or address or of the school's name.</summary>
    Common,
}
