using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.Portal.Hosting;

namespace Klik.Portal.StudentRecords.Jobs;

/// <summary>Tidies up after imports that an earlier process left behind, and ends those of this one when it stops.</summary>
internal sealed class ImportJobsWorker(ImportJobs jobs, ImportJobFolder folder, SchoolScopes scopes) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        folder.Clear();
        return scopes.ForEachAsync(services => services.GetRequiredService<IImportJobStore>().MarkInterruptedAsync(cancellationToken), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => jobs.StopAsync(cancellationToken);
}
