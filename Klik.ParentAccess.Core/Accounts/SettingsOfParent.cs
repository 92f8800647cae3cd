using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>What a parent has set and is linked with, checked against the links at every request (rules I4, I7).</summary>
public sealed class SettingsOfParent(IParentAccessStore store, PersonalData personalData, TimeProvider time)
{
    /// <summary>Gives the settings.</summary>
    /// <returns>Null when the parent can no longer sign in: the session is over.</returns>
    public async Task<ParentSettings?> ExecuteAsync(string accountId, CancellationToken cancellationToken)
    {
        var students = await store.StudentsOfParentAsync(accountId, time.GetUtcNow(), cancellationToken);
        if (!StudentAccess.CanSignIn(students))
        {
            return null;
        }

        var account = await store.FindAccountAsync(accountId, cancellationToken);
        return account is null
            ? null
            : new ParentSettings(
                account.UserName,
                account.Address is null ? null : personalData.Unprotect(account.Address),
                account.Language,
                account.Preferences,
                students);
    }
}
