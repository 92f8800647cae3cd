namespace Klik.ParentAccess.Core.Mail;

/// <summary>What the mail server said.</summary>
public enum MailOutcome
{
    /// <summary>Taken.</summary>
    Sent,

    /// <summary>Not now: out of reach, busy, or a fault that may pass.</summary>
    TryLater,

    /// <summary>Never: this address or this mail is refused for good.</summary>
    Refused,
}
