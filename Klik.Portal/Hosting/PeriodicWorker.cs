namespace Klik.Portal.Hosting;

/// <summary>Does something again and again for as long as the portal runs; a failed turn is logged and the next one tries again.</summary>
internal abstract partial class PeriodicWorker(TimeSpan period, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>One turn.</summary>
    protected abstract Task TurnAsync(CancellationToken cancellationToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        try
        {
            do
            {
                await TryTurnAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task TryTurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            await TurnAsync(cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // A database out of reach must not end the worker for good, in whatever way it says so. Exceptions of the store hold no personal data.
            LogFailed(GetType().Name, problem);
        }
    }

    [LoggerMessage(3001, LogLevel.Error, "{Worker} failed; it tries again.")]
    private partial void LogFailed(string worker, Exception problem);
}
