namespace Klik.ParentAccess.Core.Schools;

/// <summary>A school and the settings that its administrator chooses.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name as people know it, up to 100 characters.</param>
public sealed record School(SchoolId Id, string Name)
{
    /// <summary>The language of mail and of people who chose none: a two-letter code (rule P8).</summary>
    public string Language { get; init; } = "nl";

    /// <summary>The IANA time zone that dates and times are shown in.</summary>
    public string TimeZone { get; init; } = "Europe/Amsterdam";

    /// <summary>The accent colour as <c>#rrggbb</c>, or null for the product's own.</summary>
    public string? AccentColor { get; init; }

    /// <summary>Whether parents see the conversations (rule I15).</summary>
    public bool ShowsConversations { get; init; } = true;

    /// <summary>Whether parents can have an account at the school itself, with a password or passkey (rules L4, L5).</summary>
    public bool AllowsOwnAccounts { get; init; }

    /// <summary>The day that it is at the school at a moment.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(moment, TimeZone).DateTime);

    /// <summary>The moment at which a day begins at the school.</summary>
    public DateTimeOffset BeginOf(DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Where clocks go forward at midnight, the day begins an hour later.
        var first = zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight;
        return new DateTimeOffset(first, zone.GetUtcOffset(first)).ToUniversalTime();
    }
}
