namespace Klik.ParentAccess.Services.Students;

/// <summary>What parents and mails call a student, and where the student belongs.</summary>
/// <param name="GivenName">The first name, as the student is called.</param>
/// <param name="FamilyName">The family name, by which lists are ordered; empty if there is none.</param>
/// <param name="DisplayName">The whole name.</param>
public sealed record StudentDetails(string GivenName, string FamilyName, string DisplayName)
{
    /// <summary>The class, if the student is in one.</summary>
    public string? ClassTitle { get; init; }

    /// <summary>The date of birth, where the school has it.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>The language of letters to the family, a tag as in <c>en</c> or <c>nl-BE</c> (BCP 47), where the school has it.</summary>
    public string? FamilyLanguage { get; init; }
}
