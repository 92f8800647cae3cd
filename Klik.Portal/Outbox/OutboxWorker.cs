using Klik.ParentAccess.Core.Outbox;
using Klik.Portal.Hosting;

namespace Klik.Portal.Outbox;

/// <summary>Sends what the schools have queued.</summary>
internal sealed class OutboxWorker(SchoolScopes scopes, SchoolsWithMail schoolsWithMail, TimeProvider time, ILogger<OutboxWorker> logger)
    : PeriodicWorker(TimeSpan.FromSeconds(1), time, logger)
{
    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        foreach (var school in await schoolsWithMail.FindAsync(cancellationToken))
        {
            // Until less than a full batch was due; each batch in a scope of its own.
            var sent = 0;
            do
            {
                await scopes.RunAsync(school, async services =>
                    sent = await services.GetRequiredService<SendOutbox>().ExecuteAsync(cancellationToken));
            }
            while (sent == SendOutbox.BatchSize);
        }
    }
}
