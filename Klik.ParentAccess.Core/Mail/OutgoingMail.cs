using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Core.Mail;

/// <summary>A mail ready to leave.</summary>
/// <param name="Id">The outbox message's id, part of the Message-ID, the same at every attempt.</param>
/// <param name="To">The recipient.</param>
/// <param name="Content">What it says.</param>
public sealed record OutgoingMail(Guid Id, EmailAddress To, MailContent Content);
