using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// Whether the session of somebody who signed in with an own account still holds: the school still allows such accounts, and no
/// way to sign in has changed since. Asked at every request of a parent.
/// </summary>
public sealed class CheckOwnAccountSession(IOwnAccountStore accounts, ICurrentSchool school)
{
    /// <summary>Asks.</summary>
    public async Task<bool> ExecuteAsync(OwnAccountSession session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return school.School.AllowsOwnAccounts
            && await accounts.FindAsync(session.OwnAccountId, cancellationToken) is { } account
            && account.SecuredAt == session.SecuredAt;
    }
}
