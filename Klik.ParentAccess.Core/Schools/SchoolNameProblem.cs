namespace Klik.ParentAccess.Core.Schools;

/// <summary>Why a text is not the name of a school.</summary>
public enum SchoolNameProblem
{
    /// <summary>Nothing is there.</summary>
    Empty,

    /// <summary>It has more than <see cref="SchoolName.MaxLength"/> characters.</summary>
    TooLong,

    /// <summary>It has neither letter nor digit, or it has control characters.</summary>
    NotAName,
}
