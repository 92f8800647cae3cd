using System.Collections.Concurrent;
using Klik.ParentAccess.Core.Jobs;
using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Core.StudentRecords.Jobs;

/// <summary>
/// Runs uploaded imports behind the pages, one at a time for each school. How one stands is in the database, so that every
/// process can show it; how far it is, only the process knows that runs it.
/// </summary>
public sealed partial class ImportJobs(
    ISchoolScopes scopes, ImportJobFolder folder, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ImportJobs> logger) : IDisposable
{
    /// <summary>The longest file that is taken, in bytes.</summary>
    public const long LongestUpload = 512L * 1024 * 1024;

    private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
    private readonly ConcurrentDictionary<Guid, ImportProgress> _progress = new();
    private readonly ConcurrentDictionary<Guid, Task> _running = new();

    /// <summary>Keeps an uploaded zip file and begins to import it.</summary>
    /// <param name="school">The school.</param>
    /// <param name="upload">The file; read to its end before this returns.</param>
    /// <param name="cancellationToken">Ends the keeping; the import itself goes on when the request is over.</param>
    public async Task<ImportJobStart> StartAsync(School school, Stream upload, CancellationToken cancellationToken)
    {
        // Asked first, and without taking the place: on SQLite nobody else can write while an import runs.
        if (await FindAsync(school, cancellationToken) is { State: ImportJobState.Running })
        {
            return new ImportJobStart.AnotherRuns();
        }

        var id = Guid.CreateVersion7(time.GetUtcNow());
        if (await folder.KeepAsync(id, upload, LongestUpload, cancellationToken) is not { } path)
        {
            return new ImportJobStart.TooLarge();
        }

        var begun = false;
        try
        {
            await scopes.RunAsync(school, async services => begun = await Store(services).TryBeginAsync(id, cancellationToken));
        }
        finally
        {
            if (!begun)
            {
                File.Delete(path);
            }
        }

        if (!begun)
        {
            return new ImportJobStart.AnotherRuns();
        }

        // Nothing of the request goes along: it may be over long before the import is.
        using (ExecutionContext.SuppressFlow())
        {
            _running[id] = Task.Run(() => RunAsync(school, id, path), CancellationToken.None);
        }

        return new ImportJobStart.Started(id);
    }

    /// <summary>A school's latest import, with its progress where this process runs it.</summary>
    /// <returns>Null when there was none.</returns>
    public async Task<ImportJob?> FindAsync(School school, CancellationToken cancellationToken)
    {
        ImportJob? job = null;
        await scopes.RunAsync(school, async services => job = await Store(services).FindAsync(cancellationToken));
        return job is { State: ImportJobState.Running } ? job with { Progress = _progress.GetValueOrDefault(job.Id) } : job;
    }

    /// <summary>Ends the imports that run in this process, and waits until each has said so.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(School school, Guid id, string path)
    {
        var (state, result) = (ImportJobState.Failed, (ImportResult?)null);
        try
        {
            result = await ImportAsync(school, id, path);
            state = result is ImportResult.Imported ? ImportJobState.Imported : ImportJobState.Broken;
            LogEnded(school.Id.Value, state, (result as ImportResult.Imported)?.Read, (result as ImportResult.Imported)?.Refused);
        }
        catch (OperationCanceledException)
        {
            state = ImportJobState.Interrupted;
        }
        catch (Exception problem)
        {
            // The page must say that it failed; the next import tries again. Exceptions of the store hold no personal data.
            LogFailed(school.Id.Value, problem);
        }

        try
        {
            File.Delete(path);
            await scopes.RunAsync(school, services => Store(services).EndAsync(id, state, result, CancellationToken.None));
        }
        catch (Exception problem)
        {
            // The row stays as running until the next start marks it.
            LogFailed(school.Id.Value, problem);
        }

        _progress.TryRemove(id, out _);
        _running.TryRemove(id, out _);
    }

    private async Task<ImportResult> ImportAsync(School school, Guid id, string path)
    {
        ImportResult? result = null;
        using var source = OneRosterSource.FromPath(path);
        var progress = new ImmediateProgress<ImportProgress>(value => _progress[id] = value);
        await scopes.RunAsync(school, async services =>
            result = await services.GetRequiredService<ImportStudentRecords>().ExecuteAsync(source, progress, _stopping.Token));
        return result!;
    }

    private static IImportJobStore Store(IServiceProvider services) => services.GetRequiredService<IImportJobStore>();

    [LoggerMessage(5001, LogLevel.Information, "Import into school {School} ended as {State}: {Read} rows read, {Refused} refused.")]
    private partial void LogEnded(string school, ImportJobState state, long? read, long? refused);

    [LoggerMessage(5002, LogLevel.Error, "Import into school {School} failed.")]
    private partial void LogFailed(string school, Exception problem);
}
