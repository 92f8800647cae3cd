namespace Klik.ParentAccess.Core.Outbox;

/// <summary>
/// A message that is to leave, written in the transaction that causes it (rule P7). It holds ids only: name, address and
/// secret are looked up or derived when it is sent, so that what is withdrawn in between is not sent (rule I4).
/// </summary>
/// <param name="Id">The identifier.</param>
/// <param name="Kind">What it says.</param>
/// <param name="InvitationId">The invitation that it is about, if any.</param>
/// <param name="LinkId">The link that it is about, if any.</param>
/// <param name="CreatedAt">When it was queued.</param>
/// <param name="NextAttemptAt">Not before then.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record OutboxMessage(
    Guid Id,
    OutboxKind Kind,
    Guid? InvitationId,
    Guid? LinkId,
    DateTimeOffset CreatedAt,
    DateTimeOffset NextAttemptAt,
    int Attempts)
{
    /// <summary>The parent's own account that it is about, if any.</summary>
    public Guid? OwnAccountId { get; init; }

    /// <summary>An invitation's mail, to leave at once.</summary>
    internal static OutboxMessage ForInvitation(Guid invitationId, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), OutboxKind.Invitation, invitationId, null, now, now, 0);

    /// <summary>The mail that a link has been made, to leave at once.</summary>
    internal static OutboxMessage ForLink(Guid linkId, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), OutboxKind.LinkMade, null, linkId, now, now, 0);

    /// <summary>A mail about a parent's own account, to leave at once.</summary>
    internal static OutboxMessage ForOwnAccount(OutboxKind kind, Guid ownAccountId, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), kind, null, null, now, now, 0) { OwnAccountId = ownAccountId };
}
