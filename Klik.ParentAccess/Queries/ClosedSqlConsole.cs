using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security;

namespace Klik.ParentAccess.Queries;

/// <summary>
/// Closes the page where an administrator runs whatever SQL: it has connections of its own, past <see cref="GuardedConnections"/>.
/// Saved queries still run.
/// </summary>
internal sealed class ClosedSqlConsole : AuthorizationHandler<PermissionRequirement>
{
    private const string Permission = "ManageSqlQueries";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (requirement.Permission.Name == Permission)
        {
            context.Fail(new AuthorizationFailureReason(this, "SQL would show who is whose parent."));
        }

        return Task.CompletedTask;
    }
}
