namespace Klik.ParentAccess.Development.Mailbox;

/// <summary>The look of the mailbox: the product's own.</summary>
internal static class MailboxStyle
{
    // As a static web asset, which both hosts serve at their root in Development.
    public const string Path = "/_content/Klik.ParentAccess.Web/parent-access.css";
}
