using Klik.ParentAccess.Core.Letters.Jobs;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;

namespace Klik.ParentAccess.Tasks;

/// <summary>Deletes PDFs of letters whose time is over.</summary>
[BackgroundTask(Title = "Parent access: PDFs of letters", Schedule = "*/10 * * * *", Description = "Deletes PDFs of parent letters after a day.")]
public sealed class LetterPdfTask : IBackgroundTask
{
    /// <inheritdoc/>
    public Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        serviceProvider.GetRequiredService<LetterJobs>().DeleteOld();
        return Task.CompletedTask;
    }
}
