namespace Klik.ParentAccess.Core.Mail;

/// <summary>Hands one mail over to a mail server. One implementation a host.</summary>
public interface IMailTransport
{
    /// <summary>Hands it over. Never throws but for cancellation.</summary>
    Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
