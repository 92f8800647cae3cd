using System.Globalization;

namespace Klik.ParentAccess.Web.Letters;

/// <summary>Reads a date of birth: as a browser's date field sends it, or as people type it where there is none.</summary>
internal static class BirthDateText
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "d M yyyy"];

    /// <summary>Gives the date; null when it is none.</summary>
    public static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
