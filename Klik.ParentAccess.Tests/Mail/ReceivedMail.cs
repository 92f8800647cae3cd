namespace Klik.ParentAccess.Tests.Mail;

/// <summary>A mail as a mail server took it.</summary>
/// <param name="From">The command that named the sender.</param>
/// <param name="To">The command that named the recipient.</param>
/// <param name="Raw">Headers and body, as sent.</param>
/// <param name="Whole">The same, read.</param>
internal sealed record ReceivedMail(string From, string To, string Raw, MailPart Whole)
{
    public string Subject => MailPart.Decode(Whole["Subject"]);

    /// <summary>The part of a media type, decoded.</summary>
    public string Part(string mediaType) =>
        Whole.Parts.Single(part => part["Content-Type"].StartsWith(mediaType, StringComparison.OrdinalIgnoreCase)).Text;

    public static ReceivedMail Parse(string from, string to, string raw) => new(from, to, raw, new MailPart(raw));
}
