namespace Klik.ParentAccess.Core.Accounts;

/// <summary>Whether a parent gets in.</summary>
public abstract record SignInParentResult
{
    private SignInParentResult()
    {
    }

    /// <summary>The parent gets in.</summary>
    /// <param name="Account">The account to sign in.</param>
    public sealed record SignedIn(ParentAccount Account) : SignInParentResult;

    /// <summary>The parent does not; why is told to nobody (rule I11).</summary>
    public sealed record NoAccess : SignInParentResult;
}
