namespace Klik.ParentAccess.Core.Accounts;

/// <summary>How a parent wants to be told of news (rule L8).</summary>
/// <param name="Email">By e-mail.</param>
/// <param name="Push">By push notification.</param>
public sealed record NotificationPreferences(bool Email, bool Push)
{
    /// <summary>What holds until the parent chooses: nothing is sent unasked.</summary>
    public static NotificationPreferences Default { get; } = new(Email: false, Push: false);
}
