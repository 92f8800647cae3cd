namespace Klik.ParentAccess.Core.Letters;

/// <summary>Why a typed text is no activation code (rule P4). Told before anything is looked up; costs no attempt.</summary>
public enum ActivationCodeProblem
{
    /// <summary>Nothing typed.</summary>
    Empty,

    /// <summary>A sign is in it that no code has.</summary>
    ForeignSign,

    /// <summary>It has fewer than sixteen signs.</summary>
    TooShort,

    /// <summary>It has more than sixteen signs.</summary>
    TooLong,

    /// <summary>It has sixteen signs, but not all are right: the check sign says so.</summary>
    Mistyped,
}
