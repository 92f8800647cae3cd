namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>What a parent changes about signing in.</summary>
public enum OwnSignInChange
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>The password.</summary>
    Password,

    /// <summary>A passkey is added.</summary>
    NewPasskey,

    /// <summary>A passkey is removed.</summary>
    RemovedPasskey,
}
