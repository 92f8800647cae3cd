namespace Klik.ParentAccess.Web.Letters;

/// <summary>Why what was typed as a date of birth is none. Costs no attempt.</summary>
public enum BirthDateProblem
{
    /// <summary>Nothing typed.</summary>
    Empty,

    /// <summary>Typed, but not a date.</summary>
    NotADate,
}
