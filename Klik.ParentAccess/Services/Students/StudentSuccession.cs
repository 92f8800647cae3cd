using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Services.Invitations;
using Klik.ParentAccess.Services.Letters;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Students;

/// <summary>
/// Lets an imported student take the place of the row that the user had before the import: the parents stay, and what they are
/// shown comes from the import from then on.
/// </summary>
internal sealed class StudentSuccession(TenantDatabase database, InvitationItems invitations, RowLocks locks, LetterSuccession? letters = null)
{
    /// <summary>Gives everything of one student to another, and removes the first.</summary>
    public async Task SucceedAsync(StudentId old, StudentId heir, CancellationToken cancellationToken)
    {
        await InvitationsAsync(old, heir, cancellationToken);
        if (letters is not null)
        {
            await letters.SucceedAsync(old, heir, cancellationToken);
        }

        foreach (var (table, key) in new[] { (database.MailCounts, "day"), (database.Links, "account_id") })
        {
            var column = new SqlName(key);
            await database.ExecuteAsync(
                $"""
                UPDATE {table} SET student_id = {heir.Value}
                WHERE student_id = {old.Value} AND {column} NOT IN (SELECT h.{column} FROM {table} h WHERE h.student_id = {heir.Value})
                """,
                cancellationToken);
            await database.ExecuteAsync($"DELETE FROM {table} WHERE student_id = {old.Value}", cancellationToken);
        }

        await database.ExecuteAsync($"UPDATE {database.Views} SET student_id = {heir.Value} WHERE student_id = {old.Value}", cancellationToken);
        await database.ExecuteAsync($"DELETE FROM {database.Students} WHERE id = {old.Value}", cancellationToken);
    }

    private async Task InvitationsAsync(StudentId old, StudentId heir, CancellationToken cancellationToken)
    {
        var (oldId, heirId) = (old.Value, heir.Value);
        await locks.InvitationsOfAsync(old, cancellationToken);
        await locks.InvitationsOfAsync(heir, cancellationToken);
        var items = await invitations.LockAsync(index => index.StudentId == oldId, cancellationToken);
        var present = (await invitations.ListAsync(index => index.StudentId == heirId, cancellationToken)).Select(invitation => invitation.AddressHash).ToHashSet();
        foreach (var item in items)
        {
            var invitation = item.ToInvitation();
            if (invitation.AddressHash is not null && present.Contains(invitation.AddressHash))
            {
                await invitations.RemoveAsync([item], cancellationToken);
            }
            else
            {
                await invitations.SaveAsync(item, invitation with { StudentId = heir }, cancellationToken);
            }
        }
    }
}
