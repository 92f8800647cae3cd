using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Core.Students;

/// <summary>A pupil with an account at the school.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="GivenName">What the student is called.</param>
/// <param name="DisplayName">The whole name, as shown to those who may see it.</param>
/// <param name="IsActive">Whether the account is active; a parent without any active student cannot sign in (rule I7).</param>
public sealed record Student(StudentId Id, string GivenName, string DisplayName, bool IsActive)
{
    /// <summary>The title of the student's own class (mentor group), if known.</summary>
    public string? ClassTitle { get; init; }

    /// <summary>The date of birth, if the school has it (rule L7).</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>The language of letters to the family, as <see cref="Students.FamilyLanguage.Of"/> gives it, if the school's system
    /// knows it. There need be no letters in it.</summary>
    public string? FamilyLanguage { get; init; }

    /// <summary>The student's own address, which is no parent's.</summary>
    public EmailAddress? Address { get; init; }
}
