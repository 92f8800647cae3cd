using Klik.ParentAccess.Services.Storage;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Environment.Shell;
using OrchardCore.Users;

namespace Klik.ParentAccess.Services.Students;

/// <summary>Reads the site's students when nothing here heard of their changes: the feature was off, or they had another role.</summary>
internal sealed class StudentUsers(UserManager<IUser> users, StudentRole role, StudentUserHandler handler, TenantDatabase database) : FeatureEventHandler
{
    /// <inheritdoc/>
    public override async Task EnabledAsync(IFeatureInfo feature)
    {
        if (feature.Id == Features.ParentAccess)
        {
            await FollowRoleAsync();
        }
    }

    /// <summary>Makes the users with the role students, and those who were one by another role inactive (rule I7).</summary>
    public async Task FollowChosenRoleAsync()
    {
        var before = await database.QueryAsync(
            $"SELECT user_id FROM {database.Students} WHERE user_id IS NOT NULL", row => row.GetString(0), CancellationToken.None);
        foreach (var userId in before)
        {
            if (await users.FindByIdAsync(userId) is { } user)
            {
                await handler.FollowAsync(user);
            }
        }

        await FollowRoleAsync();
    }

    private async Task FollowRoleAsync()
    {
        foreach (var user in await users.GetUsersInRoleAsync(role.Name))
        {
            await handler.FollowAsync(user);
        }
    }
}
