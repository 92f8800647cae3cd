using Klik.ParentAccess.Core.Schools;
using Klik.Portal.Schools;

namespace Klik.Portal.Hosting;

/// <summary>Makes scopes that work for one school, and goes round the schools.</summary>
internal sealed class SchoolScopes(IServiceScopeFactory scopes) : ISchoolScopes
{
    public async Task RunAsync(School school, Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentSchool>().Set(school);
        await work(scope.ServiceProvider);
    }

    /// <summary>Runs work for every school, one after the other.</summary>
    public async Task ForEachAsync(Func<IServiceProvider, Task> work, CancellationToken cancellationToken)
    {
        IReadOnlyList<School> schools;
        await using (var scope = scopes.CreateAsyncScope())
        {
            schools = await scope.ServiceProvider.GetRequiredService<EfSchools>().ListAsync(cancellationToken);
        }

        foreach (var school in schools)
        {
            await RunAsync(school, work);
        }
    }
}
