using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>
/// An e-mail address that mail can be sent to: local part as given, domain in lower-case ASCII (an international
/// domain is turned into its <c>xn--</c> form). Parsed once at the edge; inside the product an address is never a bare string.
/// </summary>
public sealed record EmailAddress
{
    /// <summary>The longest address that is accepted, in characters (RFC 5321).</summary>
    public const int MaxLength = 254;

    private const int MaxLocalLength = 64;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string local, string domain) => Value = $"{local}@{domain}";

    /// <summary>The address as mail is sent to it.</summary>
    public string Value { get; }

    /// <summary>
    /// The address in lower case: what a student typed is matched in this form, because a telephone capitalises by itself.
    /// What a provider claims is matched as <see cref="Value"/>, letter by letter (rule P1).
    /// </summary>
    public string Normalized => Value.ToLowerInvariant();

    /// <summary>Reads an address; surrounding blanks are ignored.</summary>
    /// <returns>False for anything that is not one plain address: no <c>@</c>, a display name, quotes, two dots in a row,
    /// letters outside ASCII before the <c>@</c> (few mail servers take them), a domain without a dot, or too long.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
        {
            return false;
        }

        var at = text.LastIndexOf('@');
        if (at < 1 || at == text.Length - 1 || !IsLocalPart(text.AsSpan(0, at)) || !TryGetDomain(text[(at + 1)..], out var domain))
        {
            return false;
        }

        address = new EmailAddress(text[..at], domain);
        return address.Value.Length <= MaxLength;
    }

    /// <summary>Hidden, so that an address never reaches a log by being formatted (rule I13).</summary>
    public override string ToString() => "(e-mail address)";

    private static bool IsLocalPart(ReadOnlySpan<char> local)
    {
        if (local.Length > MaxLocalLength || local[0] == '.' || local[^1] == '.' || local.IndexOf("..") >= 0)
        {
            return false;
        }

        foreach (var c in local)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !"!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryGetDomain(string text, [NotNullWhen(true)] out string? domain)
    {
        domain = null;
        try
        {
            domain = Idn.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        var labels = domain.Split('.');
        return labels.Length >= 2 && labels[^1].Length >= 2 && !labels[^1].All(char.IsAsciiDigit) && labels.All(label => label.Length > 0);
    }
}
