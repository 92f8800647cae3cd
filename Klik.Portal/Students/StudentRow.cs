using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage;

namespace Klik.Portal.Students;

/// <summary>A row of <c>students</c>: what the school's own system says of a pupil, filled by import.</summary>
internal sealed class StudentRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required string Id { get; init; }

    public required string GivenName { get; init; }

    public string? MiddleName { get; init; }

    public required string FamilyName { get; init; }

    public required string DisplayName { get; init; }

    public string? UserName { get; init; }

    public string? UserNameNormalized { get; init; }

    /// <summary>The student's own address, in clear: it is the school's data, and no parent's.</summary>
    public string? Address { get; init; }

    public string? AddressNormalized { get; init; }

    public string? YearTitle { get; init; }

    public string? ClassId { get; init; }

    public string? ClassTitle { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? FamilyLanguage { get; init; }

    /// <summary>What the last import said.</summary>
    public required bool IsActiveInSource { get; init; }

    /// <summary>What the administrator said (rule I7); an import leaves it alone.</summary>
    public bool IsDeactivatedByAdministrator { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public Student ToStudent() => new(StudentId.Parse(Id), GivenName, DisplayName, IsActiveInSource && !IsDeactivatedByAdministrator)
    {
        ClassTitle = ClassTitle,
        BirthDate = BirthDate,
        FamilyLanguage = FamilyLanguage,
        Address = EmailAddress.TryParse(Address, out var address) ? address : null,
    };
}
