namespace Klik.ParentAccess.Core.Invitations;

/// <summary>What became of an invitation's mail. The numbers are stored and never change.</summary>
public enum InvitationMailState
{
    /// <summary>On its way.</summary>
    Queued = 0,

    /// <summary>Taken by the mail server.</summary>
    Sent = 1,

    /// <summary>Could not be delivered: refused, or not taken within a day.</summary>
    Undeliverable = 2,
}
