using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Outbox;

/// <summary>Writes the mail of a queued message, from what holds at this moment.</summary>
public sealed class OutboxMailWriter(
    IParentAccessStore store,
    IStudents students,
    IOwnAccountStore ownAccounts,
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
        { OwnAccountId: { } id } when school.School.AllowsOwnAccounts => OwnAccountAsync(message, id, cancellationToken),
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
            TimeZoneInfo.ConvertTimeBySystemTimeZoneId(invitation.ExpiresAt, school.School.TimeZone))
        {
            OffersOwnAccounts = school.School.AllowsOwnAccounts,
        };
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

    private async Task<OutgoingMail?> OwnAccountAsync(OutboxMessage message, Guid ownAccountId, CancellationToken cancellationToken)
    {
        if (await ownAccounts.FindAsync(ownAccountId, cancellationToken) is not { } account
            || !EmailAddress.TryParse(personalData.Unprotect(account.Address), out var to)
            || Describe(message, account) is not { } mail)
        {
            return null;
        }

        return new OutgoingMail(message.Id, to, await composer.OwnAccountAsync(mail, account.Language ?? school.School.Language, cancellationToken));
    }

    private OwnAccountMail? Describe(OutboxMessage message, OwnAccount account) => message.Kind switch
    {
        OutboxKind.ConfirmAddress when account.ConfirmedAt is null =>
            WithSecret(OwnAccountMailKind.ConfirmAddress, OwnAccountTokenPurpose.ConfirmAddress, "sign-in/own/confirm", message, account),
        OutboxKind.ResetPassword when account.SecuredAt <= message.CreatedAt =>
            WithSecret(OwnAccountMailKind.ResetPassword, OwnAccountTokenPurpose.ResetPassword, "sign-in/own/reset", message, account),
        OutboxKind.AddressKnown => new OwnAccountMail(OwnAccountMailKind.AddressKnown, school.School.Name, new Uri(address.Base, "sign-in/own"), null),
        OutboxKind.SignInChanged => new OwnAccountMail(OwnAccountMailKind.SignInChanged, school.School.Name, new Uri(address.Base, "sign-in/own/forgot"), null),
        _ => null,
    };

    private OwnAccountMail? WithSecret(
        OwnAccountMailKind kind, OwnAccountTokenPurpose purpose, string page, OutboxMessage message, OwnAccount account)
    {
        var expiresAt = message.CreatedAt + OwnAccountToken.LifetimeOf(purpose);
        var token = OwnAccountToken.For(purpose, account.Id, message.CreatedAt, personalData);
        return expiresAt <= time.GetUtcNow()
            ? null
            : new OwnAccountMail(
                kind,
                school.School.Name,
                new Uri(address.Base, $"{page}#{token.Text}"),
                TimeZoneInfo.ConvertTimeBySystemTimeZoneId(expiresAt, school.School.TimeZone));
    }
}
