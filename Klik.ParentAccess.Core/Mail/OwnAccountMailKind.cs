namespace Klik.ParentAccess.Core.Mail;

/// <summary>What a mail about a parent's own account says.</summary>
public enum OwnAccountMailKind
{
    /// <summary>Somebody registered with this address: confirm that it is yours.</summary>
    ConfirmAddress,

    /// <summary>Somebody registers with this address, which has an account already.</summary>
    AddressKnown,

    /// <summary>Choose a new password.</summary>
    ResetPassword,

    /// <summary>A password or passkey was changed, added or removed.</summary>
    SignInChanged,
}
