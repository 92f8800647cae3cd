using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Klik.ParentAccess.Web.Sessions;

/// <summary>
/// Since when a session lasts, which its cookie says. It ends some days later, however often it is used: then somebody shows once more
/// who they are.
/// </summary>
public static class SessionBeginning
{
    /// <summary>How long a session lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const string Item = "klik:since";

    /// <summary>Says since when the session lasts, to the second.</summary>
    public static void SetBeginning(this AuthenticationProperties properties, DateTimeOffset since) =>
        properties.SetString(Item, since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>Since when it lasts; null where that was not said.</summary>
    public static DateTimeOffset? Beginning(this AuthenticationProperties properties) =>
        long.TryParse(properties.GetString(Item), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
