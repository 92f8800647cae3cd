using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Services.Storage;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Services.Students;

/// <summary>The students of the tenant: its users with the role, and those whom an import brought.</summary>
internal sealed class TenantStudents(TenantDatabase database, TenantTransactions transactions, UserManager<IUser> users) : IStudents
{
    /// <inheritdoc/>
    public async Task<Student?> FindAsync(StudentId id, CancellationToken cancellationToken) =>
        (await database.QueryAsync($"SELECT {StudentReading.Columns} FROM {database.Students} s WHERE id = {id.Value}", row => row.Student(), cancellationToken)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<Student?> FindBySignInNameAsync(string userNameOrAddress, CancellationToken cancellationToken)
    {
        // The user name goes before the address, also where another student has it for an address.
        var name = StudentTable.Normalize(userNameOrAddress);
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var byUserName = await database.QueryAsync(
            $"SELECT {StudentReading.Columns} FROM {database.Students} s WHERE user_name_normalized = {name} LIMIT 2",
            row => row.Student(),
            cancellationToken);
        var found = byUserName.Count > 0
            ? byUserName
            : await database.QueryAsync(
                $"SELECT {StudentReading.Columns} FROM {database.Students} s WHERE address_normalized = {name} LIMIT 2",
                row => row.Student(),
                cancellationToken);
        return found.Count == 1 ? found[0] : null;
    }

    /// <inheritdoc/>
    public async Task<Page<StudentListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var pattern = $"%{Like.Escape(page.Search?.Trim() ?? "")}%";
        var total = await database.CountAsync(
            $"SELECT COUNT(*) FROM {database.Students} WHERE display_name {database.LikeInAnyCase} {pattern} ESCAPE {Like.EscapeCharacter}",
            cancellationToken);
        var items = await database.QueryAsync(
            $"""
            SELECT id, display_name, class_title, is_active_in_source, is_deactivated_by_administrator FROM {database.Students}
            WHERE display_name {database.LikeInAnyCase} {pattern} ESCAPE {Like.EscapeCharacter}
            ORDER BY family_name, given_name, id LIMIT {page.Take} OFFSET {page.Skip}
            """,
            row => new StudentListItem(StudentId.Parse(row.GetString(0)), row.GetString(1), row.TextOrNull(2), row.Flag(3) && !row.Flag(4), row.Flag(3)),
            cancellationToken);
        return new Page<StudentListItem>(items, Math.Max(1, page.Number), page.Take, total);
    }

    /// <inheritdoc/>
    public Task<bool> SetActiveAsync(StudentId id, bool active, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                var changed = await database.ExecuteAsync(
                    $"UPDATE {database.Students} SET is_deactivated_by_administrator = {!active} WHERE id = {id.Value}",
                    cancellationToken);
                if (await UserAsync(id, cancellationToken) is { } user && user.IsEnabled != active)
                {
                    user.IsEnabled = active;
                    await users.UpdateAsync(user);
                }

                return changed == 1;
            },
            cancellationToken);

    private async Task<User?> UserAsync(StudentId id, CancellationToken cancellationToken)
    {
        var userId = (await database.QueryAsync(
            $"SELECT user_id FROM {database.Students} WHERE id = {id.Value}",
            row => row.TextOrNull(0),
            cancellationToken)).FirstOrDefault();
        return userId is null ? null : await users.FindByIdAsync(userId) as User;
    }
}
