using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Module.Tests.Storage;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Tests.Conformance;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests;

/// <summary>What is tested of Orchard's own side of the store: a fresh school and short ways to its users.</summary>
public abstract class SiteTests(SiteStoreHost host) : StoreConformance(host)
{
    /// <summary>Does something in a transaction of the school's site.</summary>
    protected async Task<T> InSiteAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Host.BeginScope(School);
        return await scope.ServiceProvider.GetRequiredService<TenantTransactions>().JoinAsync(() => work(scope.ServiceProvider), Cancel);
    }

    protected Task<IdentityResult> CreateUserAsync(User user) => InSiteAsync(services => services.GetRequiredService<UserManager<IUser>>().CreateAsync(user));

    /// <summary>Changes a user as Orchard's screens do.</summary>
    protected Task<IdentityResult> ChangeUserAsync(string id, Action<User> change) => InSiteAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<IUser>>();
        var user = Assert.IsType<User>(await users.FindByIdAsync(id));
        change(user);
        return await users.UpdateAsync(user);
    });

    protected Task<IdentityResult> DeleteUserAsync(string id) => InSiteAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<IUser>>();
        return await users.DeleteAsync((await users.FindByIdAsync(id))!);
    });

    protected Task<Student?> FindStudentAsync(string id) =>
        InSiteAsync(services => services.GetRequiredService<IStudents>().FindAsync(StudentId.Parse(id), Cancel));

    /// <summary>All documents of the site whose text has a word in it.</summary>
    private protected Task<List<string>> DocumentsWithAsync(string word) => InSiteAsync(services =>
    {
        var database = services.GetRequiredService<TenantDatabase>();
        var pattern = $"%{Like.Escape(word)}%";
        return database.QueryAsync(
            $"""SELECT "Content" FROM {database.Documents} WHERE "Content" LIKE {pattern} ESCAPE {Like.EscapeCharacter}""",
            row => row.GetString(0),
            Cancel);
    });
}
