using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Klik.ParentAccess.Core.Mail;

namespace Klik.Portal.Mail;

/// <summary>Hands mail to an SMTP server, with STARTTLS.</summary>
internal sealed partial class SmtpMailTransport(MailSettings settings, ILogger<SmtpMailTransport> logger) : IMailTransport
{
    /// <summary>A server that says nothing for so long is tried again later.</summary>
    internal static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = Write(mail);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.RequiresTls };
        if (!string.IsNullOrEmpty(settings.UserName))
        {
            client.Credentials = new NetworkCredential(settings.UserName, settings.Password);
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Timeout);
        try
        {
            await client.SendMailAsync(message, timeout.Token);
            return MailOutcome.Sent;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogProblem(mail.Id, "timeout");
            return MailOutcome.TryLater;
        }
        catch (SmtpException problem)
        {
            // Only the code is logged: a server's sentence repeats the address.
            LogProblem(mail.Id, problem.StatusCode.ToString());
            return IsForGood(problem.StatusCode) ? MailOutcome.Refused : MailOutcome.TryLater;
        }
        catch (Exception problem) when (problem is IOException or InvalidOperationException or FormatException)
        {
            LogProblem(mail.Id, problem.GetType().Name);
            return problem is FormatException ? MailOutcome.Refused : MailOutcome.TryLater;
        }
    }

    /// <summary>
    /// What no later attempt mends: the mailbox does not exist or the mail itself is refused. A wrong password or missing TLS
    /// is mended by whoever runs the portal, so those are tried again.
    /// </summary>
    private static bool IsForGood(SmtpStatusCode code) => code
        is SmtpStatusCode.MailboxUnavailable
        or SmtpStatusCode.UserNotLocalTryAlternatePath
        or SmtpStatusCode.MailboxNameNotAllowed
        or SmtpStatusCode.TransactionFailed;

    private MailMessage Write(OutgoingMail mail)
    {
        var message = new MailMessage(settings.From, new MailAddress(mail.To.Value))
        {
            Subject = mail.Content.Subject,
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            Body = mail.Content.Text,
        };
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Content.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{settings.From.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", mail.Content.Language);
        return message;
    }

    [LoggerMessage(2001, LogLevel.Warning, "The mail server did not take mail {MessageId}: {Problem}.")]
    private partial void LogProblem(Guid messageId, string problem);
}
