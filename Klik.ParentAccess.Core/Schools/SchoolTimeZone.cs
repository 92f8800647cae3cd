using System.Diagnostics.CodeAnalysis;

namespace Klik.ParentAccess.Core.Schools;

/// <summary>The time zone of a school, by its IANA name: <c>Europe/Amsterdam</c>.</summary>
public static class SchoolTimeZone
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 64;

    /// <summary>The names to choose from, by name; those without a place in them are left out.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.Id)
            .Where(name => name.Contains('/', StringComparison.Ordinal) && !name.StartsWith("Etc/", StringComparison.Ordinal) && TryParse(name, out _))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a name.</summary>
    /// <returns>False when this machine knows no such time zone.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out string name)
    {
        name = text?.Trim() ?? "";
        // The name can be that of a file on some machines; only the signs of a real one are looked up.
        return name.Length is > 0 and <= MaxLength
            && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '_' or '-' or '+')
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            && zone.HasIanaId;
    }
}
