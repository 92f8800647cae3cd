using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data.Migration;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Security;

namespace Klik.ParentAccess.Migrations;

/// <summary>Makes the role of parents (rule O2); making it gives it the permissions of its stereotype.</summary>
public sealed class ParentRoleMigration : DataMigration
{
    /// <summary>Runs when the feature is enabled for the first time.</summary>
    public static int Create()
    {
        // After the features are all there: only then do permissions of a new role hold.
        ShellScope.AddDeferredTask(async scope =>
        {
            var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IRole>>();
            if (!await roles.RoleExistsAsync(Roles.Parent))
            {
                await roles.CreateAsync(new Role { RoleName = Roles.Parent, RoleDescription = "Sees the students who invited them." });
            }
        });
        return 1;
    }
}
