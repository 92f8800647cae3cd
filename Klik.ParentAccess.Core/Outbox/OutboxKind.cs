namespace Klik.ParentAccess.Core.Outbox;

/// <summary>What a queued message says. The numbers are stored and never change.</summary>
public enum OutboxKind
{
    /// <summary>To the invited address: the invitation with its link (rule I1).</summary>
    Invitation = 0,

    /// <summary>To the parent's address: from now on you see this student; also a warning to a mailbox's owner whose link
    /// somebody else has used.</summary>
    LinkMade = 1,

    /// <summary>To the address that an own account was registered with: confirm that it is yours.</summary>
    ConfirmAddress = 2,

    /// <summary>To the address of an own account: somebody registers with it once more.</summary>
    AddressKnown = 3,

    /// <summary>To the address of an own account: choose a new password.</summary>
    ResetPassword = 4,

    /// <summary>To the address of an own account: the ways to sign in have changed.</summary>
    SignInChanged = 5,
}
