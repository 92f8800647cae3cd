using Klik.ParentAccess.Core.Outbox;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell.Scope;

namespace Klik.ParentAccess.Tasks;

/// <summary>Sends what the school has queued. Each message has one sender at a time, so that no lock is needed (rule P7).</summary>
[BackgroundTask(Title = "Parent access: mail", Schedule = "* * * * *", Description = "Sends the mails of parent access that are due.")]
public sealed class OutboxTask : IBackgroundTask
{
    /// <inheritdoc/>
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        // Until less than a full batch was due; each batch in a scope of its own.
        var sent = 0;
        do
        {
            await ShellScope.UsingChildScopeAsync(async scope =>
                sent = await scope.ServiceProvider.GetRequiredService<SendOutbox>().ExecuteAsync(cancellationToken));
        }
        while (sent == SendOutbox.BatchSize);
    }
}
