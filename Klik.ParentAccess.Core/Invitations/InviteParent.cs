using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Events;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>A student invites a parent by name and e-mail address (rules I1, I5, I10).</summary>
public sealed class InviteParent(
    IParentAccessStore store,
    IStudents students,
    PersonalData personalData,
    InvitationMailAllowance allowance,
    IOptions<ParentAccessOptions> options,
    ParentAccessMetrics metrics,
    IParentAccessEvents events,
    TimeProvider time)
{
    /// <summary>Makes the invitation and queues its mail, in one transaction.</summary>
    /// <param name="studentId">The student who is signed in.</param>
    /// <param name="name">The parent's name as typed.</param>
    /// <param name="address">The parent's e-mail address as typed.</param>
    /// <param name="cancellationToken">Ends the work; nothing has happened then.</param>
    public async Task<InviteParentResult> ExecuteAsync(StudentId studentId, string? name, string? address, CancellationToken cancellationToken)
    {
        var student = await students.FindAsync(studentId, cancellationToken);
        if (student is not { IsActive: true })
        {
            return new InviteParentResult.NotAllowed();
        }

        var nameProblem = PersonName.TryParse(name, out var parentName);
        var addressProblem = Read(address, student, out var parentAddress);
        if (nameProblem is not null || parentAddress is null)
        {
            return new InviteParentResult.Refused(nameProblem, addressProblem);
        }

        return await StoreAsync(student, parentName, parentAddress, cancellationToken);
    }

    private static AddressProblem? Read(string? text, Student student, out EmailAddress? address)
    {
        address = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return AddressProblem.Empty;
        }

        if (!EmailAddress.TryParse(text, out var parsed))
        {
            return AddressProblem.Malformed;
        }

        if (parsed.Normalized == student.Address?.Normalized)
        {
            return AddressProblem.OwnAddress;
        }

        address = parsed;
        return null;
    }

    private async Task<InviteParentResult> StoreAsync(Student student, PersonName name, EmailAddress address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hashes = personalData.HashesOfTyped(address);
        var invitation = new Invitation(
            Guid.CreateVersion7(now),
            student.Id,
            personalData.Protect(name.Value),
            personalData.Protect(address.Value),
            personalData.HashTyped(address),
            now,
            now.AddDays(options.Value.InvitationLifetimeDays),
            InvitationMailState.Queued);

        await using var work = await store.BeginAsync(cancellationToken);
        var use = await work.Links.UseOfAddressAsync(student.Id, hashes, cancellationToken);
        if (use == AddressUse.Linked)
        {
            return new InviteParentResult.Refused(null, AddressProblem.HasAccess);
        }

        if (!await work.Invitations.TryAddAsync(invitation, hashes, cancellationToken))
        {
            return new InviteParentResult.Refused(null, AddressProblem.Invited);
        }

        if (!await allowance.TryTakeAsync(work, student.Id, now, cancellationToken))
        {
            return new InviteParentResult.TooMany();
        }

        if (use == AddressUse.OfAccount)
        {
            await work.Accounts.RenameByAddressAsync(hashes, name, now, cancellationToken);
        }

        await work.Outbox.AddAsync(OutboxMessage.ForInvitation(invitation.Id, now), cancellationToken);
        await work.CommitAsync(cancellationToken);
        metrics.InvitationSent();
        events.Publish(new ParentAccessEvent.InvitationSent(invitation.Id));
        return new InviteParentResult.Invited(invitation.Id);
    }
}
