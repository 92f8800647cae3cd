namespace Klik.ParentAccess.Core.Mail;

/// <summary>Writes mails in a language (rule P8).</summary>
public interface IMailComposer
{
    /// <summary>The mail that brings an invitation (rule I1).</summary>
    Task<MailContent> InvitationAsync(InvitationMail mail, string language, CancellationToken cancellationToken);

    /// <summary>The mail that says that a link has been made.</summary>
    Task<MailContent> LinkMadeAsync(LinkMadeMail mail, string language, CancellationToken cancellationToken);

    /// <summary>A mail about a parent's own account.</summary>
    Task<MailContent> OwnAccountAsync(OwnAccountMail mail, string language, CancellationToken cancellationToken);
}
