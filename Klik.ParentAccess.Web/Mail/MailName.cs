using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Klik.ParentAccess.Web.Mail;

/// <summary>Makes a name fit for a mail that goes to somebody who did not ask for it.</summary>
internal static partial class MailName
{
    /// <summary>
    /// The name on one line, without signs that steer a mail program or the direction of reading, and with a blank after an
    /// inner full stop: a mail program makes a link of <c>example.com</c>, and somebody else typed the name.
    /// </summary>
    public static string Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            plain.Append(IsSteering(rune) ? " " : rune.ToString());
        }

        return Blanks().Replace(InnerStop().Replace(plain.ToString(), ". "), " ").Trim();
    }

    private static bool IsSteering(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        // The joiners are letters' business in some scripts.
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };

    [GeneratedRegex(@"\.(?=[\p{L}\p{N}])")]
    private static partial Regex InnerStop();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
