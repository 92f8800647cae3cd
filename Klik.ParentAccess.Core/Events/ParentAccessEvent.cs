namespace Klik.ParentAccess.Core.Events;

/// <summary>
/// Something that happened, for a host's own automation. It carries an identifier that says nothing of student or parent: whoever
/// listens must not learn who is whose parent (rule I9).
/// </summary>
public abstract record ParentAccessEvent
{
    private ParentAccessEvent()
    {
    }

    /// <summary>A student has sent an invitation; its mail is queued.</summary>
    /// <param name="InvitationId">The invitation.</param>
    public sealed record InvitationSent(Guid InvitationId) : ParentAccessEvent;

    /// <summary>A parent has accepted an invitation.</summary>
    /// <param name="InvitationId">The invitation, which is gone now.</param>
    public sealed record InvitationAccepted(Guid InvitationId) : ParentAccessEvent;

    /// <summary>A student has withdrawn consent.</summary>
    /// <param name="LinkId">The link, which is gone now.</param>
    public sealed record ConsentWithdrawn(Guid LinkId) : ParentAccessEvent;
}
