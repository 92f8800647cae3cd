using Klik.ParentAccess.Core.Schools;
using OrchardCore.Environment.Shell;

namespace Klik.ParentAccess.Services;

/// <summary>Scopes of the tenant, as it is at that moment: it may have been loaded anew since this was made. A tenant is one school.</summary>
internal sealed class TenantScopes(IShellHost shells, ShellSettings shell) : ISchoolScopes
{
    public async Task RunAsync(School school, Func<IServiceProvider, Task> work)
    {
        var scope = await shells.GetScopeAsync(shell.Name);
        await scope.UsingAsync(inner => work(inner.ServiceProvider));
    }
}
