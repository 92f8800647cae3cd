namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>Why somebody is told to look in the mail.</summary>
public enum MailKind
{
    /// <summary>After registering.</summary>
    Registered,

    /// <summary>The address has to be confirmed before anything else.</summary>
    Confirm,

    /// <summary>After asking for a new password.</summary>
    Reset,
}
