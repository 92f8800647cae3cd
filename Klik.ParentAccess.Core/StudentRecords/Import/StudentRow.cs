namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>A student as the school's system has one.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="GivenName">What the student is called.</param>
/// <param name="FamilyName">The family name without prefix.</param>
public sealed record StudentRow(string Id, string GivenName, string FamilyName) : IImportRow
{
    /// <summary>Middle names, or the family name's prefix ("van der").</summary>
    public string? MiddleName { get; init; }

    /// <summary>The user name that the school's own sign-in knows.</summary>
    public string? UserName { get; init; }

    /// <summary>The student's own e-mail address, well formed.</summary>
    public string? Address { get; init; }

    /// <summary>The school years that the source names, such as "2".</summary>
    public string? YearTitle { get; init; }

    /// <summary>The student's own class (mentor group), if there is one.</summary>
    public string? ClassId { get; init; }

    /// <summary>The title of that class, or else the year's.</summary>
    public string? ClassTitle { get; init; }

    /// <summary>The date of birth, if the school gives it.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>The language of letters to the family, two or three letters, if the school gives it.</summary>
    public string? FamilyLanguage { get; init; }

    /// <summary>Whether the student is active in the school's system.</summary>
    public bool IsActiveInSource { get; init; }

    /// <summary>Hidden, so that a name never reaches a log by being formatted (rule I13).</summary>
    public override string ToString() => $"(student {Id})";
}
