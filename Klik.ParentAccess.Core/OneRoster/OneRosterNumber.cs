using System.Globalization;

namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>Reads a number with a full stop or, as Dutch exports have it, a comma.</summary>
internal static class OneRosterNumber
{
    private const decimal Largest = 1_000_000;

    // Dividing by this drops the zeros at the end, so that 7.5 and 7.50 are the same when stored.
    private const decimal One = 1.000000000000000000000000000000m;

    public static bool TryParse(string text, out decimal number)
    {
        number = 0;
        var good = decimal.TryParse(
            text.Contains('.', StringComparison.Ordinal) ? text : text.Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var read);
        if (!good || Math.Abs(read) > Largest)
        {
            return false;
        }

        number = Math.Round(read, 4) / One;
        return true;
    }
}
