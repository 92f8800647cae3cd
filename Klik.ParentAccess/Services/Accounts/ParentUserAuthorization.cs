using Klik.ParentAccess.Models;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security;
using OrchardCore.Users;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>
/// Refuses whatever anybody, the administrator included, would do with a parent's user but see that it is there (rules I7, I9):
/// editing, passwords, roles, enabling, disabling, deleting, and what other modules bring. Parents delete their account themselves.
/// </summary>
internal sealed class ParentUserAuthorization : AuthorizationHandler<PermissionRequirement>
{
    private static readonly string[] Allowed = [UsersPermissions.ListUsers.Name, UsersPermissions.ViewUsers.Name];

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.Resource is IUser user && ParentUser.Is(user) && !Allowed.Contains(requirement.Permission.Name))
        {
            context.Fail(new AuthorizationFailureReason(this, "Parents are not managed."));
        }

        return Task.CompletedTask;
    }
}
