using Klik.ParentAccess.Workflows.Activities;
using OrchardCore.Entities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.ViewModels;

namespace Klik.ParentAccess.Workflows.ViewModels;

/// <summary>An event as the workflow editor shows it. Not sealed: Orchard makes a shape of it.</summary>
public class ParentAccessEventViewModel(ParentAccessEventActivity activity) : ActivityViewModel<ParentAccessEventActivity>(activity)
{
    /// <summary>What whoever built the workflow calls it, or else what it is.</summary>
    public string Title => Activity.TryGet<ActivityMetadata>(out var metadata) && !string.IsNullOrEmpty(metadata.Title)
        ? metadata.Title
        : Activity.DisplayText.Value;
}
