using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>What came of something that is done with an own account.</summary>
public abstract record OwnAccountResult
{
    private OwnAccountResult()
    {
    }

    /// <summary>Somebody has shown to be the account's owner. Whether that gives access is for <see cref="SignInParent"/> to say.</summary>
    /// <param name="Identity">Who it is.</param>
    /// <param name="Session">The session that begins.</param>
    public sealed record SignedIn(ExternalIdentity Identity, OwnAccountSession Session) : OwnAccountResult;

    /// <summary>It is done, or nothing is to be done; the rest is in a mail, if there is one. The same for every address.</summary>
    public sealed record LookInMail : OwnAccountResult;

    /// <summary>The address, the password or the passkey is not right, or there were too many tries: which is told to nobody.</summary>
    public sealed record Refused : OwnAccountResult;

    /// <summary>The link is used, too old or not of this school.</summary>
    public sealed record DeadLink : OwnAccountResult;

    /// <summary>Another account has shown the address to be its own.</summary>
    public sealed record AddressTaken : OwnAccountResult;

    /// <summary>It is the last way to sign in, and stays.</summary>
    public sealed record LastWay : OwnAccountResult;

    /// <summary>Too much comes from this network address.</summary>
    /// <param name="Until">When it may go on.</param>
    public sealed record TooMany(DateTimeOffset Until) : OwnAccountResult;

    /// <summary>What was filled in is not right.</summary>
    /// <param name="Name">What is wrong with the name.</param>
    /// <param name="Address">What is wrong with the address.</param>
    /// <param name="Password">What is wrong with the password.</param>
    public sealed record Invalid(PersonNameProblem? Name, bool Address, PasswordProblem? Password) : OwnAccountResult;
}
