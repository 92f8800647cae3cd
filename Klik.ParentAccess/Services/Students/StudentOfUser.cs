using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Services.Students;

/// <summary>Which student a user of the site is; by the link between the two, never by a name or address that a user can change.</summary>
internal sealed class StudentOfUser(TenantDatabase database, StudentRole role, StudentUserHandler follower)
{
    /// <summary>The student, or null for anybody who is none.</summary>
    public async Task<StudentId?> FindAsync(User user)
    {
        if (!role.Has(user))
        {
            return null;
        }

        if (await ReadAsync(user.UserId) is { } known)
        {
            return known;
        }

        // Saved past Orchard's events, as a recipe does, or before the module was there.
        await follower.FollowAsync(user);
        return await ReadAsync(user.UserId);
    }

    private async Task<StudentId?> ReadAsync(string userId)
    {
        var ids = await database.QueryAsync(
            $"SELECT id FROM {database.Students} WHERE user_id = {userId}", row => StudentId.Parse(row.GetString(0)), CancellationToken.None);
        return ids.Count == 1 ? ids[0] : null;
    }
}
