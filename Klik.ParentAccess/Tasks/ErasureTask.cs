using Klik.ParentAccess.Core.Privacy;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Klik.ParentAccess.Tasks;

/// <summary>Takes away every hour what has been kept long enough, and brings what stays to the newest key (rule I13).</summary>
[BackgroundTask(Title = "Parent access: erasure", Schedule = "17 * * * *", Description = "Removes what parent access has kept long enough, and encrypts what stays with the newest key.")]
public sealed class ErasureTask : IBackgroundTask
{
    /// <inheritdoc/>
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        await serviceProvider.GetRequiredService<EraseExpired>().ExecuteAsync(cancellationToken);
        await serviceProvider.GetRequiredService<RenewProtection>().ExecuteAsync(cancellationToken);
    }
}
