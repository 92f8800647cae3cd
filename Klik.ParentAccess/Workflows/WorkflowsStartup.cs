using Klik.ParentAccess.Core.Events;
using Klik.ParentAccess.Workflows.Activities;
using Klik.ParentAccess.Workflows.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.Modules;
using OrchardCore.Workflows.Helpers;

namespace Klik.ParentAccess.Workflows;

/// <summary>Events of parent access for workflows, where a site has those.</summary>
[Feature(Features.ParentAccess)]
[RequireFeatures("OrchardCore.Workflows")]
public sealed class WorkflowsStartup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton<IParentAccessEvents, WorkflowEvents>());
        services.AddActivity<ParentInvitationSentEvent, ParentAccessEventDriver<ParentInvitationSentEvent>>();
        services.AddActivity<ParentInvitationAcceptedEvent, ParentAccessEventDriver<ParentInvitationAcceptedEvent>>();
        services.AddActivity<ParentConsentWithdrawnEvent, ParentAccessEventDriver<ParentConsentWithdrawnEvent>>();
    }
}
