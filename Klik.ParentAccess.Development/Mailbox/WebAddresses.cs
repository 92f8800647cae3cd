using System.Text.RegularExpressions;

namespace Klik.ParentAccess.Development.Mailbox;

/// <summary>Finds the web addresses in a mail's text.</summary>
internal static partial class WebAddresses
{
    /// <summary>The text in parts, each an address or what stands between two.</summary>
    public static IEnumerable<(string Text, bool IsAddress)> SplitOff(string text) =>
        Address().Split(text).Select(part => (part, Address().IsMatch(part)));

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Address();
}
