using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Outbox;

/// <summary>Writes the mail of a queued message, from what holds at this moment.</summary>
public sealed class OutboxMailWriter(
    IParentAccessStore store,
    IStudents students,
    PersonalData personalData,
    IMailComposer composer,
    ICurrentSchool school,
    ISchoolAddress address,
    TimeProvider time)
{
    /// <summary>Writes it.</summary>
    /// <returns>Null when there is nothing to send any more: deleted, withdrawn, expired or without an address.</returns>
    internal Task<OutgoingMail?> WriteAsync(OutboxMessage message, CancellationToken cancellationToken) => message switch
    {
        { Kind: OutboxKind.Invitation, InvitationId: { } id } => InvitationAsync(message.Id, id, cancellationToken),
        { Kind: OutboxKind.LinkMade, LinkId: { } id } => LinkMadeAsync(message.Id, id, cancellationToken),
        _ => Task.FromResult<OutgoingMail?>(null),
    };

    private async Task<OutgoingMail?> InvitationAsync(Guid messageId, Guid invitationId, CancellationToken cancellationToken)
    {
        var invitation = await store.FindInvitationAsync(invitationId, cancellationToken);
        if (invitation?.Address is null
            || invitation.ExpiresAt <= time.GetUtcNow()
            || await students.FindAsync(invitation.StudentId, cancellationToken) is not { IsActive: true } student
            || !EmailAddress.TryParse(personalData.Unprotect(invitation.Address), out var to))
        {
            return null;
        }

        var token = InvitationToken.For(invitation.Id, personalData);
        var mail = new InvitationMail(
            school.School.Name,
            personalData.Unprotect(invitation.Name),
            student.GivenName,
            new Uri(address.Base, $"invitation#{token.Text}"),
            TimeZoneInfo.ConvertTimeBySystemTimeZoneId(invitation.ExpiresAt, school.School.TimeZone));
        return new OutgoingMail(messageId, to, await composer.InvitationAsync(mail, school.School.Language, cancellationToken));
    }

    private async Task<OutgoingMail?> LinkMadeAsync(Guid messageId, Guid linkId, CancellationToken cancellationToken)
    {
        if (await store.FindLinkAsync(linkId, cancellationToken) is not ({ } link, { Address: { } sealedAddress } account)
            || await students.FindAsync(link.StudentId, cancellationToken) is not { } student
            || !EmailAddress.TryParse(personalData.Unprotect(sealedAddress), out var to))
        {
            return null;
        }

        var mail = new LinkMadeMail(school.School.Name, personalData.Unprotect(link.Name), student.GivenName, new Uri(address.Base, "sign-in"));
        return new OutgoingMail(messageId, to, await composer.LinkMadeAsync(mail, account.Language ?? school.School.Language, cancellationToken));
    }
}
