using Klik.ParentAccess.Web.SignIn;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>
/// What somebody came for who goes on with an own account. It travels in the forms, protected, so that nobody but this host can
/// have written it (rule P3).
/// </summary>
/// <param name="Invitation">The secret of the invitation that the person holds, if any.</param>
/// <param name="ReturnPath">The parent's page to go to afterwards, if any.</param>
/// <param name="Next">Where the person goes once signed in, below the school's base; null for the end of sign-in.</param>
/// <param name="MayEnterUnconfirmed">Whether what the person holds (an invitation's secret, a letter's code) lets somebody who
/// registers in at once, before the address is confirmed (rule L5).</param>
/// <param name="Letter">What the person brings from a parent letter, if anything.</param>
internal sealed record OwnAccountPurpose(
    string? Invitation = null,
    string? ReturnPath = null,
    string? Next = null,
    bool MayEnterUnconfirmed = false,
    PendingLetter? Letter = null)
{
    /// <summary>Nothing but signing in.</summary>
    public static OwnAccountPurpose None { get; } = new();

    /// <summary>Hidden: it may hold a secret.</summary>
    public override string ToString() => "(purpose)";
}
