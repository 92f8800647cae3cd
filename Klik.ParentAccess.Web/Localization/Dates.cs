using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>Dates as people write them, in any language.</summary>
public static partial class Dates
{
    // By a language's own long form, of which there are as many as languages: a page can have hundreds of dates.
    private static readonly ConcurrentDictionary<string, string> Patterns = new(StringComparer.Ordinal);

    /// <summary>The day, the month's name and the year: 3 maart 2026.</summary>
    public static string Written(DateOnly date, CultureInfo culture) => date.ToString(Pattern(culture), culture);

    /// <summary>The same with the month cut short, for a table: 3 mrt 2026.</summary>
    public static string Brief(DateOnly date, CultureInfo culture) =>
        date.ToString(Pattern(culture).Replace("MMMM", "MMM", StringComparison.Ordinal), culture);

    /// <summary>A moment on the clock of a time zone.</summary>
    /// <param name="instant">The moment.</param>
    /// <param name="timeZone">An IANA name; one that this machine does not know counts as UTC.</param>
    public static DateTimeOffset InZone(DateTimeOffset instant, string timeZone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? TimeZoneInfo.ConvertTime(instant, zone) : instant.ToUniversalTime();

    /// <summary>The language's own long form has the right order and signs; the weekday in it is too much on a phone.</summary>
    private static string Pattern(CultureInfo culture) =>
        Patterns.GetOrAdd(culture.DateTimeFormat.LongDatePattern, static pattern => Weekday().Replace(pattern, ""));

    [GeneratedRegex(@"[\s,]*dddd[\s,]*$|^\s*dddd[\s,]*")]
    private static partial Regex Weekday();
}
