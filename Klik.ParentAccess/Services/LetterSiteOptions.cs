using Klik.ParentAccess.Core;
using Klik.ParentAccess.Models;
using Microsoft.Extensions.Options;
using OrchardCore.Settings;

namespace Klik.ParentAccess.Services;

/// <summary>How long letters last and for how many they are: what the administrator chose, over what <see cref="SiteOptions"/> found.</summary>
internal sealed class LetterSiteOptions(ISiteService sites) : IPostConfigureOptions<ParentAccessOptions>
{
    public void PostConfigure(string? name, ParentAccessOptions options)
    {
        var settings = sites.GetSettings<LetterSettings>();
        options.LetterLifetimeDays = settings.LetterLifetimeDays ?? options.LetterLifetimeDays;
        options.LetterSeats = settings.LetterSeats ?? options.LetterSeats;
    }
}
