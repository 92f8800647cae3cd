using Klik.ParentAccess.Core.Mail;

namespace Klik.Portal.Development.Mailbox;

/// <summary>A mail in the mailbox page.</summary>
internal sealed record DeliveredMail(OutgoingMail Mail, DateTimeOffset At);
