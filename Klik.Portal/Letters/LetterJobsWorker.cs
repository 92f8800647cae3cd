using Klik.ParentAccess.Core.Letters.Jobs;
using Klik.Portal.Hosting;

namespace Klik.Portal.Letters;

/// <summary>Deletes PDFs of letters whose time is over, those that an earlier process left behind too, and ends what runs when the
/// portal stops.</summary>
internal sealed class LetterJobsWorker(LetterJobs jobs, TimeProvider time, ILogger<LetterJobsWorker> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(10), time, logger)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await jobs.StopAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    protected override Task TurnAsync(CancellationToken cancellationToken)
    {
        jobs.DeleteOld();
        return Task.CompletedTask;
    }
}
