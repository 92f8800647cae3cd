using Microsoft.Extensions.Localization;

namespace Klik.ParentAccess.Workflows.Activities;

/// <summary>A parent has accepted an invitation (rule I2).</summary>
public sealed class ParentInvitationAcceptedEvent(IStringLocalizer<ParentAccessEventActivity> common, IStringLocalizer<ParentInvitationAcceptedEvent> localizer)
    : ParentAccessEventActivity(common)
{
    /// <inheritdoc/>
    public override string Name => nameof(ParentInvitationAcceptedEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => localizer["Parent invitation accepted"];

    /// <inheritdoc/>
    public override LocalizedString Description => localizer["A parent has accepted an invitation. The workflow gets the invitation's id and nothing else."];
}
