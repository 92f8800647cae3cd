using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace Klik.ParentAccess.Workflows.Activities;

/// <summary>
/// Something of parent access that a workflow can begin with or wait for. Its input has one thing, <c>Id</c>; a workflow that it
/// starts is correlated by that.
/// </summary>
public abstract class ParentAccessEventActivity(IStringLocalizer<ParentAccessEventActivity> localizer) : EventActivity
{
    /// <inheritdoc/>
    public override LocalizedString Category => localizer["Parent access"];

    /// <summary>What happened, for whoever builds the workflow.</summary>
    public abstract LocalizedString Description { get; }

    /// <inheritdoc/>
    public override bool HasEditor => false;

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(localizer["Done"]);

    /// <inheritdoc/>
    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes("Done");
}
