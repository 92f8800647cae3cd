using Klik.ParentAccess.Core.Events;
using Klik.ParentAccess.Workflows.Activities;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.BackgroundTasks;
using OrchardCore.Environment.Shell;
using OrchardCore.Workflows.Services;

namespace Klik.ParentAccess.Workflows;

/// <summary>
/// Starts the site's workflows. They run apart from the request, in a scope of nobody: a workflow can ask who is signed in, and that
/// beside an invitation's id would tell an administrator who is whose parent (rule I9).
/// </summary>
internal sealed partial class WorkflowEvents(IShellHost shells, ShellSettings shell, IHttpContextAccessor http, ILogger<WorkflowEvents> logger)
    : IParentAccessEvents
{
    /// <summary>What a workflow finds the identifier by in its input.</summary>
    public const string IdKey = "Id";

    public void Publish(ParentAccessEvent happened)
    {
        var (activity, id) = ActivityOf(happened);
        if (ExecutionContext.IsFlowSuppressed())
        {
            _ = Task.Run(() => TriggerAsync(activity, id));
            return;
        }

        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => TriggerAsync(activity, id));
        }
    }

    private static (string Activity, Guid Id) ActivityOf(ParentAccessEvent happened) => happened switch
    {
        ParentAccessEvent.InvitationSent(var id) => (nameof(ParentInvitationSentEvent), id),
        ParentAccessEvent.InvitationAccepted(var id) => (nameof(ParentInvitationAcceptedEvent), id),
        ParentAccessEvent.ConsentWithdrawn(var id) => (nameof(ParentConsentWithdrawnEvent), id),
        _ => throw new ArgumentOutOfRangeException(nameof(happened)),
    };

    private async Task TriggerAsync(string activity, Guid id)
    {
        try
        {
            var scope = await shells.GetScopeAsync(shell.Name);
            // Activities expect a request; this one is nobody's.
            http.HttpContext = scope.ShellContext.CreateHttpContext();
            await scope.UsingAsync(inner => inner.ServiceProvider.GetRequiredService<IWorkflowManager>().TriggerEventAsync(
                activity, new Dictionary<string, object> { [IdKey] = id.ToString() }, correlationId: id.ToString()));
        }
        catch (Exception problem)
        {
            // What happened has happened; a workflow that breaks takes nothing of it back.
            LogFailed(activity, id, problem);
        }
        finally
        {
            http.HttpContext = null;
        }
    }

    [LoggerMessage(6201, LogLevel.Error, "The workflows of {Activity} {Id} could not be started.")]
    private partial void LogFailed(string activity, Guid id, Exception problem);
}
