using Klik.ParentAccess.Workflows.Activities;
using Klik.ParentAccess.Workflows.ViewModels;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Workflows.Display;

namespace Klik.ParentAccess.Workflows.Drivers;

/// <summary>Shows an event in the workflow editor; the views are the same for all.</summary>
internal sealed class ParentAccessEventDriver<TActivity> : ActivityDisplayDriver<TActivity>
    where TActivity : ParentAccessEventActivity
{
    public override Task<IDisplayResult> DisplayAsync(TActivity activity, BuildDisplayContext context) => CombineAsync(
        Shape("ParentAccessEvent_Fields_Thumbnail", new ParentAccessEventViewModel(activity)).Location("Thumbnail", "Content"),
        Shape("ParentAccessEvent_Fields_Design", new ParentAccessEventViewModel(activity)).Location("Design", "Content"));
}
