namespace Klik.ParentAccess.Core.Accounts;

/// <summary>Whose accounts parents can sign in with (rule I2). The numbers are stored and never change.</summary>
public enum ExternalProvider
{
    /// <summary>A Google account: gmail.com or a Workspace domain.</summary>
    Google = 0,

    /// <summary>A Microsoft account: personal, or of an organisation (Entra ID).</summary>
    Microsoft = 1,

    /// <summary>The school itself, where it allows accounts of its own (rules L4, L5).</summary>
    OwnAccount = 2,
}
