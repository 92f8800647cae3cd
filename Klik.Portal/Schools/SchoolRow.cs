using Klik.ParentAccess.Core.Schools;

namespace Klik.Portal.Schools;

/// <summary>A row of <c>schools</c>. Not filtered by school: the school is found here before a scope works for it.</summary>
internal sealed class SchoolRow
{
    public required string SchoolId { get; init; }

    public required string Name { get; init; }

    public required string Language { get; init; }

    public required string TimeZone { get; init; }

    public string? AccentColor { get; init; }

    public bool ShowsConversations { get; init; }

    public bool AllowsOwnAccounts { get; init; }

    /// <summary>How many imports have changed the student records; raised in the transaction of each.</summary>
    public long RecordsVersion { get; init; }

    public static SchoolRow From(School school) => new()
    {
        SchoolId = school.Id.Value,
        Name = school.Name,
        Language = school.Language,
        TimeZone = school.TimeZone,
        AccentColor = school.AccentColor,
        ShowsConversations = school.ShowsConversations,
        AllowsOwnAccounts = school.AllowsOwnAccounts,
    };

    public School ToSchool() => new(ParentAccess.Core.Schools.SchoolId.Parse(SchoolId), Name)
    {
        Language = Language,
        TimeZone = TimeZone,
        AccentColor = AccentColor,
        ShowsConversations = ShowsConversations,
        AllowsOwnAccounts = AllowsOwnAccounts,
    };
}
