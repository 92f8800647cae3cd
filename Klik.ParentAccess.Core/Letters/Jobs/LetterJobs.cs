using System.Collections.Concurrent;
using Klik.ParentAccess.Core.Jobs;
using Klik.ParentAccess.Core.Schools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Core.Letters.Jobs;

/// <summary>
/// Makes PDFs of letters behind the pages (rule L1), one at a time for each school; the next one takes the place of the former. A PDF
/// is in a folder, for a day at most, and so is all that is known of it: processes that share the folder show and give the same.
/// </summary>
public sealed partial class LetterJobs(
    ISchoolScopes scopes, LetterJobFolder folder, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<LetterJobs> logger) : IDisposable
{
    /// <summary>How long a PDF is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
    private readonly ConcurrentDictionary<Guid, Task> _running = new();
    private readonly ConcurrentDictionary<SchoolId, LetterJob> _failed = new();
    private readonly Lock _starting = new();

    /// <summary>Begins to make a PDF; the former one of the school is deleted.</summary>
    /// <param name="school">The school.</param>
    /// <param name="order">Which letters.</param>
    /// <returns>False when another is being made. Two processes that begin at the same moment may both do so; the later one's PDF stays.</returns>
    public bool TryStart(School school, LetterOrder order)
    {
        var job = new LetterJob(Guid.CreateVersion7(time.GetUtcNow()), LetterJobState.Running, 0, 0, null);
        lock (_starting)
        {
            if (Find(school) is { State: LetterJobState.Running })
            {
                return false;
            }

            _failed.TryRemove(school.Id, out _);
            if (Try(school, job, () => Begin(school, job)))
            {
                // Nothing of the request goes along: it may be over long before the letters are made.
                using (ExecutionContext.SuppressFlow())
                {
                    _running[job.Id] = Task.Run(() => RunAsync(school, job, order), CancellationToken.None);
                }
            }
        }

        return true;
    }

    /// <summary>A school's latest PDF.</summary>
    /// <returns>Null when there is none, or it has been deleted.</returns>
    public LetterJob? Find(School school)
    {
        var now = time.GetUtcNow();
        if (_failed.TryGetValue(school.Id, out var failed) && failed.EndedAt + Kept > now)
        {
            return failed;
        }

        var job = folder.Read(school.Id)?.At(now);
        if (job?.EndedAt + Kept <= now)
        {
            folder.Remove(school.Id);
            return null;
        }

        return job;
    }

    /// <summary>Opens a PDF.</summary>
    /// <param name="school">The school; those of others are not there.</param>
    /// <param name="id">Which PDF.</param>
    /// <returns>Null when it is not ready, or gone.</returns>
    public Stream? Open(School school, Guid id) =>
        Find(school) is { State: LetterJobState.Ready } job && job.Id == id ? folder.Open(school.Id, id) : null;

    /// <summary>Deletes a school's PDF before its time, if it is ready.</summary>
    public void Delete(School school)
    {
        if (Find(school) is { State: not LetterJobState.Running })
        {
            _failed.TryRemove(school.Id, out _);
            folder.Remove(school.Id);
        }
    }

    /// <summary>Deletes the PDFs whose time is over, and what processes that are gone have left; to be called at the start and every now
    /// and then.</summary>
    public void DeleteOld()
    {
        var now = time.GetUtcNow();
        folder.RemoveHalfNotes(now - LetterJobNote.Patience);
        foreach (var school in folder.Schools())
        {
            if (folder.Read(school)?.At(now) is not { } job || job.EndedAt + Kept <= now)
            {
                folder.Remove(school);
            }
            else
            {
                folder.RemoveAllBut(school, job.State is LetterJobState.Running or LetterJobState.Ready ? job.Id : null);
            }
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

        var ended = job with { State = state, Written = written, Expected = written, EndedAt = time.GetUtcNow() };
        Try(school, ended, () => End(school, ended));
        _running.TryRemove(job.Id, out _);
    }

    private void Begin(School school, LetterJob job)
    {
        folder.Write(school.Id, new LetterJobNote(job, time.GetUtcNow()));
        folder.RemoveAllBut(school.Id, job.Id);
    }

    private void End(School school, LetterJob job)
    {
        if (job.State != LetterJobState.Ready || folder.Read(school.Id)?.Job.Id != job.Id)
        {
            folder.Remove(school.Id, job.Id);
        }

        Tell(school, job);
    }

    private async Task<int> MakeAsync(IServiceProvider services, School school, LetterJob job, LetterOrder order)
    {
        var running = job with { Expected = await ExpectedAsync(services.GetRequiredService<ILetters>(), order) };
        var told = time.GetTimestamp();
        var progress = new ImmediateProgress<int>(written =>
        {
            if (time.GetElapsedTime(told) >= BetweenNotes)
            {
                told = time.GetTimestamp();
                Try(school, job, () => Tell(school, running with { Written = written }));
            }
        });
        var letters = services.GetRequiredService<MakeLetters>().ExecuteAsync(order.Selection, order.Choice, order.Language, _stopping.Token);
        await using var file = folder.Create(school.Id, job.Id);
        return await services.GetRequiredService<WriteLetters>().ExecuteAsync(letters, order.Language, file, progress, _stopping.Token);
    }

    /// <summary>Notes how a PDF of this process stands, unless another one has taken its place.</summary>
    private void Tell(School school, LetterJob job)
    {
        if (folder.Read(school.Id)?.Job.Id == job.Id)
        {
            folder.Write(school.Id, new LetterJobNote(job, time.GetUtcNow()));
        }
    }

    /// <summary>Does something in the folder for a PDF of this process.</summary>
    /// <returns>False when it could not be done: the PDF has failed then, as far as this process knows.</returns>
    private bool Try(School school, LetterJob job, Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogFailed(school.Id.Value, problem);
            _failed[school.Id] = job with { State = LetterJobState.Failed, EndedAt = time.GetUtcNow() };
            return false;
        }
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
