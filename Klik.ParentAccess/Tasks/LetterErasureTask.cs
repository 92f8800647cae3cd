using Klik.ParentAccess.Core.Letters;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Klik.ParentAccess.Tasks;

/// <summary>Takes away every hour letters that have been kept long enough (rule I13).</summary>
[BackgroundTask(Title = "Parent access: erasure of letters", Schedule = "23 * * * *", Description = "Removes parent letters that were kept long enough.")]
public sealed class LetterErasureTask : IBackgroundTask
{
    /// <inheritdoc/>
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken) =>
        serviceProvider.GetRequiredService<EraseLetters>().ExecuteAsync(cancellationToken);
}
