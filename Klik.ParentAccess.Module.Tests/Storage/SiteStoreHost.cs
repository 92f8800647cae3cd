using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Records;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Services.StudentRecords;
using Klik.ParentAccess.Services.Students;
using Klik.ParentAccess.Tests.Conformance;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Environment.Shell;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Module.Tests.Storage;

/// <summary>
/// The module's store in a real Orchard site. Setting up a tenant takes seconds, so that there are two, by turns: no test has more
/// than two schools at once. A tenant that is given out again is emptied first.
/// </summary>
public abstract class SiteStoreHost : IStoreHost, IAsyncLifetime
{
    private readonly School[] _schools = [.. TestSite.Tenants.Select(tenant => new School(SchoolId.Parse(tenant.ToLowerInvariant()), tenant))];
    private TestSite? _site;
    private int _next;

    internal TestSite Site => _site ?? throw new InvalidOperationException("The host has no site.");

    public abstract void SkipUnlessThere();

    public async ValueTask InitializeAsync() => _site = await CreateAsync();

    public virtual async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    public async Task<School> NewSchoolAsync()
    {
        var school = _schools[_next++ % _schools.Length];
        await using var scope = BeginScope(school);
        await EmptyAsync(scope.ServiceProvider);
        return school;
    }

    public AsyncServiceScope BeginScope(School school)
    {
        var scope = Site.BeginScope(school.Name);

        // As in a request, services of Orchard find the scope that they run in; the caller's flow ends with the caller.
        scope.StartAsyncFlow();
        return new AsyncServiceScope(scope);
    }

    public async Task SetStudentAsync(School school, Student student)
    {
        await using var scope = BeginScope(school);
        var row = new StudentRow
        {
            Id = student.Id.Value,
            GivenName = student.GivenName,
            DisplayName = student.DisplayName,
            ClassTitle = student.ClassTitle,
            FamilyLanguage = student.FamilyLanguage,
            IsActiveInSource = student.IsActive,
            IsImported = true,
            ChangedAt = DateTimeOffset.UnixEpoch,
        };
        await InTransactionAsync(scope.ServiceProvider, () => scope.ServiceProvider.GetRequiredService<StudentTable>().SaveAsync(row, CancellationToken.None));
    }

    /// <summary>Switches the module on or off, as an administrator does under Features.</summary>
    internal async Task SwitchFeatureAsync(School school, bool on)
    {
        // What depends on it goes off with it, and does not come back by itself.
        await SwitchFeatureAsync(school, Features.ParentAccess, on);
        if (on)
        {
            await SwitchFeatureAsync(school, Features.StudentRecords, on);
            await SwitchFeatureAsync(school, Features.Letters, on);
        }
    }

    /// <summary>Switches a feature on or off.</summary>
    internal Task SwitchFeatureAsync(School school, string id, bool on) => Site.BeginScope(school.Name).UsingAsync(async scope =>
    {
        var features = scope.ServiceProvider.GetRequiredService<IShellFeaturesManager>();
        var ours = (await features.GetAvailableFeaturesAsync()).Where(feature => feature.Id == id).ToList();
        await (on ? features.EnableFeaturesAsync(ours, force: true) : features.DisableFeaturesAsync(ours, force: true));
    });

    /// <summary>Disables a user where the module's feature is off.</summary>
    internal Task DisableUserAsync(School school, string userId) => Site.BeginScope(school.Name).UsingAsync(async scope =>
    {
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IUser>>();
        var user = Assert.IsType<User>(await users.FindByIdAsync(userId));
        user.IsEnabled = false;
        Assert.True((await users.UpdateAsync(user)).Succeeded);
    });

    /// <summary>Null where the database is not there.</summary>
    internal abstract Task<TestSite?> CreateAsync();

    private static Task EmptyAsync(IServiceProvider services)
    {
        var database = services.GetRequiredService<TenantDatabase>();
        return InTransactionAsync(services, async () =>
        {
            await database.ExecuteAsync(
                $"""DELETE FROM {database.Users} WHERE "UserId" IN (SELECT id FROM {database.Accounts})""",
                CancellationToken.None);
            foreach (var table in new[]
            {
                database.Accounts, database.Links, database.Outbox, database.Views, database.MailCounts, database.Invitations, database.OwnAccounts,
                database.Passkeys, database.Letters, database.AttemptCounts,
            })
            {
                await database.ExecuteAsync($"DELETE FROM {table}", CancellationToken.None);
            }

            // Past the import, which says so itself.
            await services.GetRequiredService<RecordsVersion>().RaiseAsync(CancellationToken.None);
            var records = services.GetRequiredService<RecordTables>();
            foreach (var table in Enum.GetValues<RecordTable>())
            {
                await database.ExecuteAsync($"DELETE FROM {new SqlName(records[table])}", CancellationToken.None);
            }
        });
    }

    private static async Task InTransactionAsync(IServiceProvider services, Func<Task> work) =>
        await services.GetRequiredService<TenantTransactions>().JoinAsync(
            async () =>
            {
                await work();
                return true;
            },
            CancellationToken.None);
}
