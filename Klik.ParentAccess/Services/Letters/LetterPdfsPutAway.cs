using Klik.ParentAccess.Core.Letters.Jobs;
using Klik.ParentAccess.Core.Schools;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Environment.Shell;

namespace Klik.ParentAccess.Services.Letters;

/// <summary>Deletes the PDF of letters when the feature is turned off: nothing would delete it in time any more.</summary>
internal sealed class LetterPdfsPutAway(LetterJobs jobs, ICurrentSchool school) : FeatureEventHandler
{
    /// <inheritdoc/>
    public override Task DisablingAsync(IFeatureInfo feature)
    {
        if (feature.Id == Features.Letters)
        {
            jobs.Delete(school.School);
        }

        return Task.CompletedTask;
    }
}
