using OrchardCore.Environment.Shell;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Sets up a tenant with more features than its recipe gives it, once a run.</summary>
internal sealed class FeatureSwitch(string tenant, string prefix, params string[] features) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private bool _isThere;

    /// <summary>Sets it up, unless that was done.</summary>
    /// <param name="host">The host.</param>
    /// <param name="more">What else is done to it.</param>
    public async Task SetUpAsync(RunningHost host, Func<IServiceProvider, Task>? more = null)
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_isThere)
            {
                return;
            }

            await host.SetUpAsync(prefix);
            await host.InTenantAsync(tenant, async services =>
            {
                var manager = services.GetRequiredService<IShellFeaturesManager>();
                var wanted = (await manager.GetAvailableFeaturesAsync()).Where(feature => features.Contains(feature.Id)).ToList();
                Assert.Equal(features.Length, wanted.Count);
                await manager.EnableFeaturesAsync(wanted, force: true);
            });
            if (more is not null)
            {
                await host.InTenantAsync(tenant, more);
            }

            _isThere = true;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
