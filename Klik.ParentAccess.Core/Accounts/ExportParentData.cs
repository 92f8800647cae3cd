using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>Gathers everything that is kept of a parent.</summary>
public sealed class ExportParentData(IParentAccessStore store, PersonalData personalData, FindOwnAccount ownAccounts, SessionsOfParent sessions, TimeProvider time)
{
    /// <summary>Gathers it.</summary>
    /// <param name="accountId">The parent who is signed in.</param>
    /// <param name="own">What the session remembers of an own account; null for a parent who signs in elsewhere.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    /// <returns>Null when there is no such account, or its parent can no longer sign in (rules I4, I7): the session is over.</returns>
    public async Task<ParentData?> ExecuteAsync(string accountId, OwnAccountSession? own, CancellationToken cancellationToken)
    {
        var students = await store.StudentsOfParentAsync(accountId, time.GetUtcNow(), cancellationToken);
        if (!StudentAccess.CanSignIn(students))
        {
            return null;
        }

        if (await store.FindKeptAsync(accountId, cancellationToken) is not var (account, login, views))
        {
            return null;
        }

        var names = students.ToDictionary(student => student.StudentId, student => student.DisplayName);
        return new ParentData(
            account.UserName,
            account.Address is null ? null : personalData.Unprotect(account.Address),
            account.Language,
            account.Preferences.Email,
            account.Preferences.Push,
            login,
            [.. students.Select(student => new ParentData.SeenStudent(student.DisplayName, student.Since))],
            [.. views.Select(view => new ParentData.SeenPart(view.At, names.GetValueOrDefault(view.StudentId), view.Part))])
        {
            OwnAccount = own is null ? null : await ownAccounts.ExecuteAsync(own.OwnAccountId, cancellationToken),
            SignedInSince = [.. (await sessions.ExecuteAsync(accountId, cancellationToken)).Select(session => session.BeganAt)],
        };
    }
}
