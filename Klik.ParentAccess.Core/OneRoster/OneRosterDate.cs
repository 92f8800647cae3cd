using System.Globalization;
using System.Text.RegularExpressions;

namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>Reads a date as exports write it. A form that could be two dates (03/04/2026) is refused.</summary>
internal static partial class OneRosterDate
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyy/M/d", "yyyyMMdd", "dd-MM-yyyy", "d-M-yyyy"];

    /// <param name="text">The cell, trimmed.</param>
    /// <param name="zone">The school's time zone: a moment is the day that it is there.</param>
    /// <param name="date">The day.</param>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateOnly date)
    {
        var parts = WithTime().Match(text);
        if (!parts.Success)
        {
            return TryParseDay(text, out date);
        }

        if (!TryParseDay(parts.Groups["day"].Value, out date)
            || !TimeOnly.TryParse(parts.Groups["time"].ValueSpan, CultureInfo.InvariantCulture, out var time))
        {
            return false;
        }

        // Midnight stands for the day itself, wherever the system that wrote it thought it was.
        if (parts.Groups["offset"].Success && time != TimeOnly.MinValue)
        {
            var moment = new DateTimeOffset(date.ToDateTime(time), Offset(parts.Groups["offset"].Value));
            date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        }

        return true;
    }

    private static bool TryParseDay(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= 1900 and < 2200;

    private static TimeSpan Offset(string text)
    {
        if (text is "Z" or "z")
        {
            return TimeSpan.Zero;
        }

        var hours = int.Parse(text.AsSpan(1, 2), CultureInfo.InvariantCulture);
        var minutes = text.Length > 3 ? int.Parse(text.AsSpan(text.Length - 2), CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(Math.Min(hours, 13), Math.Min(minutes, 59), 0);
        return text[0] == '-' ? -offset : offset;
    }

    [GeneratedRegex(@"^(?<day>[0-9/-]+)(?:[Tt]|\s+)(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,7})?)?)\s*(?<offset>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithTime();
}
