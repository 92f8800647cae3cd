using Klik.ParentAccess.Core.Mail;
using Microsoft.Extensions.Logging;
using OrchardCore.Email;

namespace Klik.ParentAccess.Services;

/// <summary>Hands mail to the site's own e-mail provider (rule O6).</summary>
internal sealed partial class SiteMailTransport(IEmailService email, ILogger<SiteMailTransport> logger) : IMailTransport
{
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var message = new MailMessage
        {
            To = mail.To.Value,
            Subject = mail.Content.Subject,
            HtmlBody = mail.Content.Html,
            TextBody = mail.Content.Text,
        };
        try
        {
            var result = await email.SendAsync(message, cancellationToken: cancellationToken);
            if (result.Succeeded)
            {
                return MailOutcome.Sent;
            }

            // Orchard does not say whether another attempt can help; its sentences may repeat the address.
            LogProblem(mail.Id, "refused");
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            LogProblem(mail.Id, problem.GetType().Name);
        }

        return MailOutcome.TryLater;
    }

    [LoggerMessage(2001, LogLevel.Warning, "The site's e-mail provider did not take mail {MessageId}: {Problem}.")]
    private partial void LogProblem(Guid messageId, string problem);
}
