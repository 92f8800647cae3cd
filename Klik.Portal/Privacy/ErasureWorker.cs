using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Privacy;
using Klik.Portal.Hosting;

namespace Klik.Portal.Privacy;

/// <summary>Takes away every hour what has been kept long enough, and brings what stays to the newest key (rule I13).</summary>
internal sealed class ErasureWorker(SchoolScopes scopes, TimeProvider time, ILogger<ErasureWorker> logger)
    : PeriodicWorker(TimeSpan.FromHours(1), time, logger)
{
    protected override Task TurnAsync(CancellationToken cancellationToken) =>
        scopes.ForEachAsync(
            async services =>
            {
                await services.GetRequiredService<EraseExpired>().ExecuteAsync(cancellationToken);
                await services.GetRequiredService<EraseLetters>().ExecuteAsync(cancellationToken);
                await services.GetRequiredService<RenewProtection>().ExecuteAsync(cancellationToken);
            },
            cancellationToken);
}
