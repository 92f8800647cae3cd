using Microsoft.Extensions.Localization;

namespace Klik.ParentAccess.Workflows.Activities;

/// <summary>A student has withdrawn consent (rule I4).</summary>
public sealed class ParentConsentWithdrawnEvent(IStringLocalizer<ParentAccessEventActivity> common, IStringLocalizer<ParentConsentWithdrawnEvent> localizer)
    : ParentAccessEventActivity(common)
{
    /// <inheritdoc/>
    public override string Name => nameof(ParentConsentWithdrawnEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => localizer["Consent withdrawn"];

    /// <inheritdoc/>
    public override LocalizedString Description => localizer["A student has withdrawn consent. The workflow gets the link's id and nothing else."];
}
