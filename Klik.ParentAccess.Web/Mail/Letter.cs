namespace Klik.ParentAccess.Web.Mail;

/// <summary>What a mail says, before it becomes HTML and plain text; nothing in it is encoded.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Before">The paragraphs before the link.</param>
/// <param name="Action">What the link is for, on its button.</param>
/// <param name="Link">The link.</param>
/// <param name="After">The paragraphs after it.</param>
/// <param name="Sender">Who writes.</param>
public sealed record Letter(
    string Subject,
    IReadOnlyList<string> Before,
    string Action,
    Uri Link,
    IReadOnlyList<string> After,
    string Sender)
{
    /// <summary>The letter in plain text.</summary>
    internal string ToText() => string.Join("\n\n", [.. Before, $"{Action}:\n{Link.AbsoluteUri}", .. After, Sender]) + "\n";

    /// <summary>Hidden: it holds names and secrets.</summary>
    public override string ToString() => "(letter)";
}
