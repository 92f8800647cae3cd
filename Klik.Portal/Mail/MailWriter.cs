using System.Globalization;
using System.Net.Mail;
using System.Text;
using Klik.ParentAccess.Core.Mail;

namespace Klik.Portal.Mail;

/// <summary>
/// Writes a mail as it goes over the wire (RFC 5322, MIME): ASCII in short lines, both parts in base64, so that no server on the
/// way has to change anything and no link is broken.
/// </summary>
internal static class MailWriter
{
    /// <summary>Bytes in one encoded word, so that a header's line stays under 76 characters.</summary>
    private const int WordBytes = 36;

    /// <summary>Characters of a subject that may stand there plainly.</summary>
    private const int PlainLength = 60;

    /// <summary>Writes it. The same mail is the same bytes, but for the date.</summary>
    public static byte[] Write(OutgoingMail mail, MailAddress from, DateTimeOffset now)
    {
        // "=_" is never in base64.
        var boundary = $"=_{mail.Id:N}";
        var text = new StringBuilder();
        Header("Date", now.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header("From", from.DisplayName.Length == 0 ? from.Address : $"{Encode(from.DisplayName, isPhrase: true)} <{from.Address}>");
        Header("To", mail.To.Value);
        Header("Subject", Encode(mail.Content.Subject, isPhrase: false));
        Header("Message-ID", $"<{mail.Id:N}@{from.Host}>");
        Header("Auto-Submitted", "auto-generated");
        Header("Content-Language", mail.Content.Language);
        Header("MIME-Version", "1.0");
        Header("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        text.Append("\r\n");
        Part("text/plain", mail.Content.Text);
        Part("text/html", mail.Content.Html);
        text.Append("--").Append(boundary).Append("--");
        return Encoding.ASCII.GetBytes(text.ToString());

        void Header(string name, string value) => text.Append(name).Append(": ").Append(value).Append("\r\n");

        void Part(string type, string content)
        {
            text.Append("--").Append(boundary).Append("\r\n");
            Header("Content-Type", $"{type}; charset=utf-8");
            Header("Content-Transfer-Encoding", "base64");
            text.Append("\r\n");
            text.Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n")), Base64FormattingOptions.InsertLineBreaks));
            text.Append("\r\n");
        }
    }

    /// <summary>Free text for a header (RFC 2047): as it is where that is safe, in encoded words otherwise.</summary>
    /// <param name="text">The text; a line break in it becomes a blank.</param>
    /// <param name="isPhrase">A name before an address, where fewer characters may stand plainly.</param>
    private static string Encode(string text, bool isPhrase)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length <= PlainLength && text.All(c => isPhrase ? char.IsAsciiLetterOrDigit(c) || c == ' ' : c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var words = new List<string>();
        var word = new List<byte>();
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            // A character is never cut in two.
            var length = rune.EncodeToUtf8(bytes);
            if (word.Count + length > WordBytes)
            {
                words.Add(EncodedWord(word));
                word.Clear();
            }

            word.AddRange(bytes[..length]);
        }

        words.Add(EncodedWord(word));
        return string.Join("\r\n ", words);
    }

    private static string EncodedWord(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
