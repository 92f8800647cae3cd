using Microsoft.AspNetCore.Identity;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Environment.Shell;
using OrchardCore.Users;

namespace Klik.ParentAccess.Services.Students;

/// <summary>Reads the site's students when the feature is enabled: until then nothing here heard of their changes (rule I7).</summary>
internal sealed class StudentUsers(UserManager<IUser> users, StudentUserHandler handler) : FeatureEventHandler
{
    /// <inheritdoc/>
    public override async Task EnabledAsync(IFeatureInfo feature)
    {
        if (feature.Id != Features.ParentAccess)
        {
            return;
        }

        foreach (var user in await users.GetUsersInRoleAsync(Roles.Student))
        {
            await handler.FollowAsync(user);
        }
    }
}
