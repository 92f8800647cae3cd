namespace Klik.ParentAccess.Core.Accounts;

/// <summary>Why a typed name is not accepted.</summary>
public enum PersonNameProblem
{
    /// <summary>Nothing but blanks.</summary>
    Empty,

    /// <summary>Longer than <see cref="PersonName.MaxLength"/> characters.</summary>
    TooLong,

    /// <summary>No letter in it, or signs that no name has: markup, emoji, control or direction marks.</summary>
    NotAName,
}
