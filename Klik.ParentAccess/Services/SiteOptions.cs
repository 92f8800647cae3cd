using Klik.ParentAccess.Core;
using Klik.ParentAccess.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Settings;

namespace Klik.ParentAccess.Services;

/// <summary>How long things last: what the tenant's configuration says, and over that what its administrator chose.</summary>
internal sealed class SiteOptions(IShellConfiguration configuration, ISiteService sites) : IPostConfigureOptions<ParentAccessOptions>
{
    public void PostConfigure(string? name, ParentAccessOptions options)
    {
        configuration.GetSection(ParentAccessOptions.Section).Bind(options);
        options.InvitationLifetimeDays = sites.GetSettings<ParentAccessSettings>().InvitationLifetimeDays ?? options.InvitationLifetimeDays;
    }
}
