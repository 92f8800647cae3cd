using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>A parent chooses a language and how to be told of news (rules L8, P8).</summary>
public sealed class ChangeParentSettings(IParentAccessStore store, TimeProvider time)
{
    /// <summary>Stores the choice.</summary>
    /// <param name="accountId">The parent who is signed in.</param>
    /// <param name="language">Two letters, or null for the school's language.</param>
    /// <param name="preferences">How to be told.</param>
    /// <param name="cancellationToken">Ends the work; nothing has happened then.</param>
    /// <returns>False when the parent can no longer sign in: the session is over (rules I4, I7).</returns>
    public async Task<bool> ExecuteAsync(string accountId, string? language, NotificationPreferences preferences, CancellationToken cancellationToken)
    {
        if (!StudentAccess.CanSignIn(await store.StudentsOfParentAsync(accountId, time.GetUtcNow(), cancellationToken)))
        {
            return false;
        }

        await using var work = await store.BeginAsync(cancellationToken);
        await work.Accounts.SetPreferencesAsync(accountId, language, preferences, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
