using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.OwnAccounts;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Somebody who has signed in at a provider, and is not signed in here yet.</summary>
/// <param name="Identity">Who it is.</param>
/// <param name="Invitation">The secret of the invitation that the person held at the challenge, if any (rule P3).</param>
/// <param name="Letter">What the person brought from a parent letter, if it was one.</param>
public sealed record PendingSignIn(ExternalIdentity Identity, string? Invitation, PendingLetter? Letter)
{
    /// <summary>The session that begins, where the person signed in with an own account.</summary>
    public OwnAccountSession? OwnAccount { get; init; }

    /// <summary>Hidden: it holds a secret.</summary>
    public override string ToString() => "(pending sign-in)";
}
