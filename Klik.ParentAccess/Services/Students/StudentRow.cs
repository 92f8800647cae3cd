namespace Klik.ParentAccess.Services.Students;

/// <summary>
/// A row of the students' table: what the built-in import or, for an LMS whose students are Orchard users, the user says of a pupil.
/// </summary>
internal sealed record StudentRow
{
    public required string Id { get; init; }

    public required string GivenName { get; init; }

    public string? MiddleName { get; init; }

    public string FamilyName { get; init; } = "";

    public required string DisplayName { get; init; }

    public string? UserName { get; init; }

    /// <summary>The student's own address, in clear: it is the school's data, and no parent's.</summary>
    public string? Address { get; init; }

    public string? YearTitle { get; init; }

    public string? ClassId { get; init; }

    public string? ClassTitle { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? FamilyLanguage { get; init; }

    /// <summary>What the source says: the last import, or the user's role.</summary>
    public required bool IsActiveInSource { get; init; }

    /// <summary>What the administrator said (rule I7); an import leaves it alone.</summary>
    public bool IsDeactivated { get; init; }

    /// <summary>Whether an import brought it; else the Orchard user is all there is.</summary>
    public required bool IsImported { get; init; }

    /// <summary>The Orchard user, if there is one.</summary>
    public string? UserId { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
