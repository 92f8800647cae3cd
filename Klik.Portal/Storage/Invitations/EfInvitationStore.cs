using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Invitations;

/// <summary>The invitations in the portal's database.</summary>
internal sealed class EfInvitationStore(Lazy<ParentAccessDbContext> context, Statements statements) : IInvitationStore
{
    private const string ForgetExpired = """
        UPDATE invitations SET address = NULL, address_hash = NULL
        WHERE school_id = @school AND student_id = @student AND expires_at <= @now AND address_hash IN
        """;

    private const string CountMail = """
        INSERT INTO invitation_mail_counts (school_id, student_id, day, mails) VALUES (@school, @student, @day, 1)
        ON CONFLICT (school_id, student_id, day) DO UPDATE SET mails = invitation_mail_counts.mails + 1 WHERE invitation_mail_counts.mails < @most
        """;

    private DbSet<InvitationRow> Rows => context.Value.Set<InvitationRow>();

    /// <inheritdoc/>
    public async Task<bool> TryAddAsync(Invitation invitation, IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken)
    {
        var student = invitation.StudentId.Value;
        var values = Values(hashes);
        var list = new ValueList("@hash", values);
        var forgetting = new Statement(
            $"{ForgetExpired} {list}", [("@student", student), ("@now", invitation.CreatedAt.UtcTicks), .. list.Parameters]);
        await statements.PutOffAsync(forgetting, cancellationToken);

        // The unique index knows the newest key's hash; an invitation from before a change of key is known by an older one.
        return (values.Count == 1 || !await Rows.AnyAsync(row => row.StudentId == student && values.Contains(row.AddressHash!), cancellationToken))
            && await statements.TryInsertAsync(InvitationRow.From(statements.SchoolId, invitation), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Invitation>> OpenForAddressAsync(
        IReadOnlyList<AddressHash> hashes,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var values = Values(hashes);
        var rows = await Rows
            .Where(row => values.Contains(row.AddressHash!) && row.ExpiresAt > now)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToInvitation())];
    }

    /// <inheritdoc/>
    public async Task<bool> TryTakeAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        await Rows.Where(row => row.Id == id && row.ExpiresAt > now).ExecuteDeleteAsync(cancellationToken) == 1;

    /// <inheritdoc/>
    public async Task<bool> TryDeleteAsync(StudentId student, Guid id, CancellationToken cancellationToken) =>
        await OfStudent(student, id).ExecuteDeleteAsync(cancellationToken) == 1;

    /// <inheritdoc/>
    public async Task<bool> TryExtendAsync(
        StudentId student,
        Guid id,
        DateTimeOffset now,
        DateTimeOffset mailedUntil,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken) =>
        await OfStudent(student, id).Where(row => row.ExpiresAt > now && (row.ResentAt ?? row.CreatedAt) <= mailedUntil).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.ExpiresAt, expiresAt)
                .SetProperty(row => row.ResentAt, now)
                .SetProperty(row => row.Mail, InvitationMailState.Queued),
            cancellationToken) == 1;

    /// <inheritdoc/>
    public Task SetMailStateAsync(Guid id, Guid messageId, InvitationMailState state, CancellationToken cancellationToken)
    {
        var messages = context.Value.Set<OutboxRow>();
        return Rows
            .Where(row => row.Id == id && messages.Any(message => message.Id == messageId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Mail, state), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> TryCountMailAsync(StudentId student, DateOnly day, int most, CancellationToken cancellationToken) =>
        most > 0 && await statements.ExecuteAsync(
            new Statement(CountMail, ("@student", student.Value), ("@day", day), ("@most", most)), cancellationToken) == 1;

    /// <inheritdoc/>
    public Task RemoveMailCountsAsync(DateOnly before, CancellationToken cancellationToken) =>
        context.Value.Set<InvitationMailCountRow>().Where(row => row.Day < before).ExecuteDeleteAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        ForgetAddressAsync(Rows.Where(row => row.ExpiresAt <= now && row.Address != null), cancellationToken);

    /// <inheritdoc/>
    public Task<int> RemoveExpiredAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Rows.Where(row => row.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);

    private static Task<int> ForgetAddressAsync(IQueryable<InvitationRow> rows, CancellationToken cancellationToken) =>
        rows.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Address, (string?)null).SetProperty(row => row.AddressHash, (string?)null),
            cancellationToken);

    private static List<string> Values(IReadOnlyList<AddressHash> hashes) => [.. hashes.Select(hash => hash.Value)];

    private IQueryable<InvitationRow> OfStudent(StudentId student, Guid id)
    {
        var studentId = student.Value;
        return Rows.Where(row => row.Id == id && row.StudentId == studentId);
    }
}
