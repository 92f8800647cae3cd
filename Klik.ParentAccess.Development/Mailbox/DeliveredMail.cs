using Klik.ParentAccess.Core.Mail;

namespace Klik.ParentAccess.Development.Mailbox;

/// <summary>A mail in the mailbox page.</summary>
public sealed record DeliveredMail(OutgoingMail Mail, DateTimeOffset At);
