using Klik.ParentAccess.Core.Privacy;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Klik.ParentAccess.Tasks;

/// <summary>Takes away every hour what has been kept long enough (rule I13).</summary>
[BackgroundTask(Title = "Parent access: erasure", Schedule = "17 * * * *", Description = "Removes what parent access has kept long enough.")]
public sealed class ErasureTask : IBackgroundTask
{
    /// <inheritdoc/>
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<EraseExpired>().ExecuteAsync(cancellationToken);
}
