using System.Globalization;

namespace Klik.ParentAccess.Web.Components;

/// <summary>Numbers in the attributes of a picture, which have a point whatever the language.</summary>
internal static class Svg
{
    /// <summary>A length, to a tenth.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
