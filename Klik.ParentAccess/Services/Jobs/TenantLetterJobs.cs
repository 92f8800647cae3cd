using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Klik.ParentAccess.Core.Letters.Jobs;
using OrchardCore.Environment.Shell;

namespace Klik.ParentAccess.Services.Jobs;

/// <summary>
/// What makes a tenant's PDFs of letters in this process. It outlives the tenant's services: Orchard makes those anew whenever a
/// setting changes, and a PDF that is being made at that moment would be lost.
/// </summary>
internal sealed class TenantLetterJobs(LetterJobs jobs)
{
    private static readonly ConditionalWeakTable<IShellHost, ConcurrentDictionary<string, Lazy<TenantLetterJobs>>> OfHosts = [];

    public LetterJobs Jobs => jobs;

    /// <summary>Those of a tenant.</summary>
    /// <param name="host">The host that the tenant is in.</param>
    /// <param name="tenant">The tenant's name.</param>
    /// <param name="make">Makes them the first time.</param>
    public static TenantLetterJobs Of(IShellHost host, string tenant, Func<TenantLetterJobs> make) =>
        OfHosts.GetOrCreateValue(host).GetOrAdd(tenant, _ => new Lazy<TenantLetterJobs>(make)).Value;

    /// <summary>Forgets those of a tenant that is removed: another one may get its name.</summary>
    public static void Forget(IShellHost host, string tenant)
    {
        if (OfHosts.TryGetValue(host, out var tenants))
        {
            tenants.TryRemove(tenant, out _);
        }
    }
}
