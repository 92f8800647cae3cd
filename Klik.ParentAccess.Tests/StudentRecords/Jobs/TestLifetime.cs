using Microsoft.Extensions.Hosting;

namespace Klik.ParentAccess.Tests.StudentRecords.Jobs;

/// <summary>A host that runs for as long as the test.</summary>
internal sealed class TestLifetime : IHostApplicationLifetime
{
    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication() => throw new NotSupportedException();
}
