using Klik.ParentAccess.Tests.Portal;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Environment.Shell;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>A tenant of the host, in words of the domain.</summary>
internal sealed class SiteSchool(RunningHost host, string tenant = "Default", string prefix = "")
{
    /// <summary>Somebody with a browser who is not signed in.</summary>
    public SiteVisitor NewVisitor() => new(host, prefix);

    /// <summary>A new student, signed in, with the user name.</summary>
    public async Task<(SiteVisitor Visitor, string UserName)> NewStudentAsync()
    {
        var name = await host.AddStudentAsync(tenant);
        var student = NewVisitor();
        await student.SignInAsync(name);
        return (student, name);
    }

    /// <summary>Adds a student with a user name.</summary>
    public Task AddUserAsync(string userName) => host.AddStudentAsync(tenant, userName);

    /// <summary>Loads the tenant anew, as a restart of the host does.</summary>
    public Task RestartAsync() => host.InTenantAsync("Default", async services =>
    {
        var shells = services.GetRequiredService<IShellHost>();
        await shells.ReloadShellContextAsync(shells.GetSettings(tenant));
    });

    /// <summary>The administrator, signed in.</summary>
    public async Task<SiteVisitor> NewAdministratorAsync()
    {
        var administrator = NewVisitor();
        await administrator.SignInAsync(RunningHost.Administrator, "/Admin");
        return administrator;
    }

    /// <summary>A parent with access to a student who is signed in, signed in as well.</summary>
    public async Task<SiteVisitor> NewParentAsync(SiteVisitor student, string name, string address)
    {
        await student.InvitesAsync(name, address);
        var parent = NewVisitor();
        var arrived = await parent.SignInAsParentAsync(Persona.Gmail(address));
        Assert.EndsWith("/parents", arrived.Address.AbsolutePath, StringComparison.Ordinal);
        return parent;
    }

    /// <summary>Orchard's user of a name, as it is kept.</summary>
    public async Task<User?> UserAsync(string userName)
    {
        User? found = null;
        await InSiteAsync(async services => found = await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(userName) as User);
        return found;
    }

    /// <summary>Runs work in a scope of the tenant.</summary>
    public Task InSiteAsync(Func<IServiceProvider, Task> work) => host.InTenantAsync(tenant, work);

    /// <summary>A name or address that nobody else has in this run.</summary>
    public static string Unique(string word) => $"{word}{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[20..]}";
}
