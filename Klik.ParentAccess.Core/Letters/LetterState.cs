namespace Klik.ParentAccess.Core.Letters;

/// <summary>Whether a letter's code works, or why not. Told to the student only; to whoever types the code it is all one (rule P4).</summary>
public enum LetterState
{
    /// <summary>It works.</summary>
    Open,

    /// <summary>All seats are used.</summary>
    UsedUp,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Too many wrong dates of birth.</summary>
    Frozen,

    /// <summary>The student or the school withdrew it.</summary>
    Revoked,
}
