namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>What the secret in a mail about an own account is good for.</summary>
internal enum OwnAccountTokenPurpose
{
    /// <summary>Showing that the address is one's own.</summary>
    ConfirmAddress,

    /// <summary>Choosing a new password.</summary>
    ResetPassword,
}
