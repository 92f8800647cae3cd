using System.Collections.Concurrent;
using Klik.ParentAccess.Core.Jobs;
using Klik.ParentAccess.Core.Schools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Core.Letters.Jobs;

/// <summary>
/// Makes PDFs of letters behind the pages (rule L1), one at a time for each school; the next one takes the place of the former.
/// A PDF is on the disk of the process that made it, for a day at most, and so is all that is known of it: when the process
/// ends, both are gone, and the same letters can be printed again.
/// </summary>
public sealed partial class LetterJobs(
    ISchoolScopes scopes, LetterJobFolder folder, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<LetterJobs> logger) : IDisposable
{
    /// <summary>How long a PDF is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
    private readonly ConcurrentDictionary<SchoolId, LetterJob> _jobs = new();
    private readonly ConcurrentDictionary<Guid, Task> _running = new();
    private readonly Lock _starting = new();

    /// <summary>Begins to make a PDF; the former one of the school is deleted.</summary>
    /// <param name="school">The school.</param>
    /// <param name="order">Which letters.</param>
    /// <returns>False when another is being made.</returns>
    public bool TryStart(School school, LetterOrder order)
    {
        var job = new LetterJob(Guid.CreateVersion7(time.GetUtcNow()), LetterJobState.Running, 0, 0, null);
        lock (_starting)
        {
            if (_jobs.TryGetValue(school.Id, out var former) && former.State == LetterJobState.Running)
            {
                return false;
            }

            _jobs[school.Id] = job;
            if (former is not null)
            {
                folder.Remove(former.Id);
            }
        }

        // Nothing of the request goes along: it may be over long before the letters are made.
        using (ExecutionContext.SuppressFlow())
        {
            _running[job.Id] = Task.Run(() => RunAsync(school, job, order), CancellationToken.None);
        }

        return true;
    }

    /// <summary>A school's latest PDF.</summary>
    /// <returns>Null when there is none in this process, or it has been deleted.</returns>
    public LetterJob? Find(School school)
    {
        if (!_jobs.TryGetValue(school.Id, out var job))
        {
            return null;
        }

        if (job.EndedAt is { } endedAt && endedAt + Kept <= time.GetUtcNow())
        {
            Remove(school.Id, job);
            return null;
        }

        return job;
    }

    /// <summary>Opens a PDF.</summary>
    /// <param name="school">The school; those of others are not there.</param>
    /// <param name="id">Which PDF.</param>
    /// <returns>Null when it is not ready, or gone.</returns>
    public Stream? Open(School school, Guid id) => Find(school) is { State: LetterJobState.Ready } job && job.Id == id ? folder.Open(id) : null;

    /// <summary>Deletes a school's PDF before its time, if it is ready.</summary>
    public void Delete(School school)
    {
        if (_jobs.TryGetValue(school.Id, out var job) && job.State != LetterJobState.Running)
        {
            Remove(school.Id, job);
        }
    }

    /// <summary>Deletes the PDFs whose time is over; to be called every now and then.</summary>
    public void DeleteOld()
    {
        var before = time.GetUtcNow() - Kept;
        foreach (var (school, job) in _jobs.Where(known => known.Value.EndedAt <= before))
        {
            Remove(school, job);
        }
    }

    /// <summary>Ends what runs in this process, and waits until it has.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values).WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private void Remove(SchoolId school, LetterJob job)
    {
        if (_jobs.TryRemove(KeyValuePair.Create(school, job)))
        {
            folder.Remove(job.Id);
        }
    }

    private async Task RunAsync(School school, LetterJob job, LetterOrder order)
    {
        var (state, written) = (LetterJobState.Failed, 0);
        try
        {
            await scopes.RunAsync(school, async services => written = await MakeAsync(services, school, job, order));
            state = written > 0 ? LetterJobState.Ready : LetterJobState.Empty;
            LogEnded(school.Id.Value, written);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host stops; what was made by then is printed again the next time.
        }
        catch (Exception problem)
        {
            // The page must say that it failed. Exceptions of the store hold no personal data.
            LogFailed(school.Id.Value, problem);
        }

        try
        {
            if (state != LetterJobState.Ready)
            {
                folder.Remove(job.Id);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The next start of the host removes it.
            LogFailed(school.Id.Value, problem);
        }

        _jobs[school.Id] = job with { State = state, Written = written, Expected = written, EndedAt = time.GetUtcNow() };
        _running.TryRemove(job.Id, out _);
    }

    private async Task<int> MakeAsync(IServiceProvider services, School school, LetterJob job, LetterOrder order)
    {
        var running = job with { Expected = await ExpectedAsync(services.GetRequiredService<ILetters>(), order) };
        var progress = new ImmediateProgress<int>(written => _jobs[school.Id] = running with { Written = written });
        var letters = services.GetRequiredService<MakeLetters>().ExecuteAsync(order.Selection, order.Choice, order.Language, _stopping.Token);
        await using var file = folder.Create(job.Id);
        return await services.GetRequiredService<WriteLetters>().ExecuteAsync(letters, order.Language, file, progress, _stopping.Token);
    }

    private async Task<int> ExpectedAsync(ILetters letters, LetterOrder order)
    {
        if (order.Selection is LetterSelection.OneStudent)
        {
            return 1;
        }

        var classes = await letters.ClassesAsync(_stopping.Token);
        return classes
            .Where(one => order.Selection is not LetterSelection.OneClass(var title) || one.ClassTitle == title)
            .Sum(one => order.Choice == LetterChoice.All ? one.Students : one.Letters);
    }

    [LoggerMessage(6101, LogLevel.Information, "A PDF with {Letters} letters was made for school {School}.")]
    private partial void LogEnded(string school, int letters);

    [LoggerMessage(6102, LogLevel.Error, "Making letters for school {School} failed.")]
    private partial void LogFailed(string school, Exception problem);
}
