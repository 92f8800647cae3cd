using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Core.Outbox;

/// <summary>Sends what the present school has queued, each message by one sender at a time (rule P7).</summary>
public sealed partial class SendOutbox(
    IParentAccessStore store,
    OutboxMailWriter writer,
    IMailTransport transport,
    RecipientAllowance recipients,
    ParentAccessMetrics metrics,
    TimeProvider time,
    ILogger<SendOutbox> logger)
{
    /// <summary>How many messages are taken at a time.</summary>
    public const int BatchSize = 20;

    /// <summary>How long a claimed message belongs to its sender; longer than any attempt takes.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How soon it is tried again to note what became of a message.</summary>
    private static readonly TimeSpan NoteAgain = TimeSpan.FromSeconds(1);

    /// <summary>Sends what is due, up to one batch.</summary>
    /// <returns>How many messages were due; less than a full batch means that nothing more is.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        IReadOnlyList<OutboxMessage> messages;
        await using (var work = await store.BeginAsync(cancellationToken))
        {
            messages = await work.Outbox.ClaimAsync(now, now + Lease, BatchSize, cancellationToken);
            await work.CommitAsync(cancellationToken);
        }

        foreach (var message in messages)
        {
            // What a slow mail server leaves too little time for becomes due again, for whoever comes first.
            if (time.GetUtcNow() - now > Lease / 2)
            {
                break;
            }

            using var activity = ParentAccessMetrics.Source.StartActivity("send mail");
            await SendAsync(message, cancellationToken);
        }

        return messages.Count;
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (outcome, heldUntil) = await TryAsync(message, cancellationToken);
        if (heldUntil is { } until)
        {
            await NoteAsync(message, (work, ending) => work.Outbox.HoldAsync(message.Id, until, ending), cancellationToken);
            metrics.Mail("held");
            LogHeld(message.Id);
            return;
        }

        if (outcome == MailOutcome.TryLater && RetrySchedule.Next(message, time.GetUtcNow()) is { } next)
        {
            await NoteAsync(message, (work, ending) => work.Outbox.RetryAsync(message.Id, next, ending), cancellationToken);
            metrics.Mail("delayed");
            LogDelayed(message.Id, message.Attempts);
            return;
        }

        await NoteAsync(message, (work, ending) => EndAsync(work, message, outcome, ending), cancellationToken);
        switch (outcome)
        {
            case MailOutcome.Sent:
                metrics.Mail("sent");
                LogSent(message.Id);
                break;
            case MailOutcome.TryLater or MailOutcome.Refused:
                metrics.Mail("failed");
                LogFailed(message.Id, message.Attempts);
                break;
        }
    }

    private static async Task EndAsync(IUnitOfWork work, OutboxMessage message, MailOutcome? outcome, CancellationToken cancellationToken)
    {
        if (message.InvitationId is { } invitation && outcome is { } known)
        {
            var state = known == MailOutcome.Sent ? InvitationMailState.Sent : InvitationMailState.Undeliverable;
            await work.Invitations.SetMailStateAsync(invitation, message.Id, state, cancellationToken);
        }

        // After the invitation, as where one is deleted: two callers in the opposite order could wait for each other.
        await work.Outbox.RemoveAsync(message.Id, cancellationToken);
    }

    /// <summary>What became of it, or until when it is held; neither when there is nothing to send any more.</summary>
    private async Task<(MailOutcome? Outcome, DateTimeOffset? HeldUntil)> TryAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            // Looked up at the last moment, so that what was deleted or withdrawn meanwhile is not sent (rules I3, I4).
            var mail = await writer.WriteAsync(message, cancellationToken);
            return mail is null ? (null, null)
                : message.Kind == OutboxKind.Invitation ? await SendInvitationAsync(mail, cancellationToken)
                : (await transport.SendAsync(mail, cancellationToken), null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // One that cannot be written (its key is gone, say) does not hold up those behind it. Only the kind of fault is
            // logged: the message could name somebody.
            LogBroken(message.Id, exception.GetType().Name);
            return (MailOutcome.TryLater, null);
        }
    }

    // The address of an invitation is what a student typed: nobody there has asked for mail.
    private async Task<(MailOutcome? Outcome, DateTimeOffset? HeldUntil)> SendInvitationAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var taken = await recipients.TakeAsync(mail.To, cancellationToken);
        if (taken.Counted is not { } counted)
        {
            return (null, taken.Until);
        }

        var outcome = MailOutcome.TryLater;
        try
        {
            outcome = await transport.SendAsync(mail, cancellationToken);
            return (outcome, null);
        }
        finally
        {
            if (outcome == MailOutcome.TryLater)
            {
                await recipients.GiveBackAsync(counted, CancellationToken.None);
            }
        }
    }

    /// <summary>
    /// Notes what has happened, or the mail would leave once more: a host that is stopping still does, and where the store cannot
    /// be reached it is tried again until the message belongs to somebody else.
    /// </summary>
    private async Task NoteAsync(OutboxMessage message, Func<IUnitOfWork, CancellationToken, Task> change, CancellationToken stopping)
    {
        var isTold = false;
        while (true)
        {
            try
            {
                await using var work = await store.BeginAsync(CancellationToken.None);
                await change(work, CancellationToken.None);
                await work.CommitAsync(CancellationToken.None);
                return;
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested && time.GetUtcNow() + NoteAgain < message.NextAttemptAt)
            {
                if (!isTold)
                {
                    LogNotNoted(message.Id, exception.GetType().Name);
                    isTold = true;
                }
            }

            await Task.Delay(NoteAgain, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(1001, LogLevel.Information, "Mail {MessageId} sent.")]
    private partial void LogSent(Guid messageId);

    [LoggerMessage(1002, LogLevel.Warning, "Mail {MessageId} not taken at attempt {Attempt}; tried again later.")]
    private partial void LogDelayed(Guid messageId, int attempt);

    [LoggerMessage(1006, LogLevel.Information, "Mail {MessageId} leaves later: its mailbox has had as much invitation mail as is sent to one in a day.")]
    private partial void LogHeld(Guid messageId);

    [LoggerMessage(1003, LogLevel.Error, "Mail {MessageId} given up after attempt {Attempt}.")]
    private partial void LogFailed(Guid messageId, int attempt);

    [LoggerMessage(1004, LogLevel.Error, "Mail {MessageId} could not be written or handed over: {Fault}.")]
    private partial void LogBroken(Guid messageId, string fault);

    [LoggerMessage(1005, LogLevel.Error, "What became of mail {MessageId} could not be noted: {Fault}. It is tried again until the mail is due once more.")]
    private partial void LogNotNoted(Guid messageId, string fault);
}
