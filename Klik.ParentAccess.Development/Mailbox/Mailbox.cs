using System.Collections.Concurrent;
using Klik.ParentAccess.Core.Mail;

namespace Klik.ParentAccess.Development.Mailbox;

/// <summary>In Development, in place of a mail server: keeps the latest mails in memory and shows them on a page.</summary>
public sealed class Mailbox(TimeProvider time) : IMailTransport
{
    private const int Most = 500;

    private readonly ConcurrentQueue<DeliveredMail> _mails = new();

    /// <summary>The latest mails, the newest first.</summary>
    public IReadOnlyList<DeliveredMail> Mails => [.. _mails.Reverse()];

    public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        _mails.Enqueue(new DeliveredMail(mail, time.GetUtcNow()));
        while (_mails.Count > Most)
        {
            _mails.TryDequeue(out _);
        }

        return Task.FromResult(MailOutcome.Sent);
    }
}
