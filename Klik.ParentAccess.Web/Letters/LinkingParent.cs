using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Web.SignIn;

namespace Klik.ParentAccess.Web.Letters;

/// <summary>Who is about to link: signed in here, or come back from a provider (rules L5, L6).</summary>
/// <param name="AccountId">The account; null for who has none yet.</param>
/// <param name="UserName">The account's user name; null for who has none yet.</param>
/// <param name="Pending">Who has come back from a provider; null for who is signed in here.</param>
public sealed record LinkingParent(string? AccountId, string? UserName, PendingSignIn? Pending)
{
    /// <summary>Whether an account is made with the link.</summary>
    public bool IsNew => AccountId is null;

    /// <summary>Somebody with a session.</summary>
    public static LinkingParent SignedIn(string accountId, string? userName) => new(accountId, userName, null);

    /// <summary>Somebody who has come back from a provider, with an account or without.</summary>
    public static LinkingParent ComeBack(PendingSignIn pending, ParentAccount? account) => new(account?.Id, account?.UserName, pending);

    /// <summary>The same, as the rules know them.</summary>
    /// <param name="displayName">The name as typed, for a new account.</param>
    internal LetterParent As(string? displayName) => AccountId is not null
        ? new LetterParent.Known(AccountId)
        : new LetterParent.Newcomer(Pending!.Identity, displayName);

    /// <summary>Hidden: it holds a name and a code.</summary>
    public override string ToString() => "(linking parent)";
}
