using System.Net.Sockets;
using System.Security.Authentication;
using Klik.ParentAccess.Core.Mail;

namespace Klik.Portal.Mail;

/// <summary>Hands mail to an SMTP server, with STARTTLS.</summary>
internal sealed partial class SmtpMailTransport(MailSettings settings, TimeProvider time, ILogger<SmtpMailTransport> logger) : IMailTransport
{
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(settings.Timeout);
        try
        {
            await using var session = await SmtpSession.OpenAsync(settings, timeout.Token);
            await session.HandOverAsync(settings.From.Address, mail.To.Value, MailWriter.Write(mail, settings.From, time.GetUtcNow()), timeout.Token);
            return MailOutcome.Sent;
        }
        catch (SmtpRefusalException problem)
        {
            LogProblem(mail.Id, problem.Message);
            return problem.IsForGood ? MailOutcome.Refused : MailOutcome.TryLater;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogProblem(mail.Id, "timeout");
            return MailOutcome.TryLater;
        }
        catch (Exception problem) when (problem is IOException or SocketException or AuthenticationException)
        {
            // Only the kind of fault: its words are the server's.
            LogProblem(mail.Id, problem.GetType().Name);
            return MailOutcome.TryLater;
        }
    }

    [LoggerMessage(2001, LogLevel.Warning, "The mail server did not take mail {MessageId}: {Problem}.")]
    private partial void LogProblem(Guid messageId, string problem);
}
