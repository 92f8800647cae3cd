using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.Letters.Jobs;

/// <summary>Scopes of a school in memory.</summary>
internal sealed class FakeSchoolScopes(FakeSchool fake) : ISchoolScopes
{
    /// <summary>What has to happen before any work begins.</summary>
    public Task Before { get; set; } = Task.CompletedTask;

    public async Task RunAsync(School school, Func<IServiceProvider, Task> work)
    {
        await Before;
        await fake.RunAsync(async (IServiceProvider services) =>
        {
            await work(services);
            return true;
        });
    }
}
