namespace Klik.ParentAccess.Core.Mail;

/// <summary>What a mail says, twice: for programs that show HTML and for those that do not.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Html">A whole HTML document.</param>
/// <param name="Text">The same in plain text.</param>
/// <param name="Language">The language it is written in, two letters.</param>
public sealed record MailContent(string Subject, string Html, string Text, string Language)
{
    /// <summary>Hidden: it holds names and secrets.</summary>
    public override string ToString() => "(mail)";
}
