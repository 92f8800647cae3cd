namespace Klik.ParentAccess.Core.Outbox;

/// <summary>What a queued message says. The numbers are stored and never change.</summary>
public enum OutboxKind
{
    /// <summary>To the invited address: the invitation with its link (rule I1).</summary>
    Invitation = 0,

    /// <summary>To the parent's address: from now on you see this student; also a warning to a mailbox's owner whose link
    /// somebody else has used.</summary>
    LinkMade = 1,
}
