using Microsoft.Extensions.Localization;

namespace Klik.ParentAccess.Workflows.Activities;

/// <summary>A student has sent an invitation (rule I1).</summary>
public sealed class ParentInvitationSentEvent(IStringLocalizer<ParentAccessEventActivity> common, IStringLocalizer<ParentInvitationSentEvent> localizer)
    : ParentAccessEventActivity(common)
{
    /// <inheritdoc/>
    public override string Name => nameof(ParentInvitationSentEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => localizer["Parent invitation sent"];

    /// <inheritdoc/>
    public override LocalizedString Description => localizer["A student has sent an invitation. The workflow gets the invitation's id and nothing else."];
}
