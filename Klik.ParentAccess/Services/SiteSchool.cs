using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Models;
using OrchardCore.Environment.Shell;
using OrchardCore.Settings;

namespace Klik.ParentAccess.Services;

/// <summary>The school that the tenant is, by its site settings.</summary>
internal sealed class SiteSchool(ShellSettings shell, ISiteService sites) : ICurrentSchool
{
    private School? _school;

    /// <inheritdoc/>
    public School School => _school ??= Read();

    private School Read()
    {
        var site = sites.GetSiteSettings();
        var settings = site.GetOrCreate<ParentAccessSettings>();
        var school = new School(TenantSchoolId.Of(shell.Name), SchoolName.TryParse(site.SiteName, out var name) is null ? name : shell.Name);
        return school with
        {
            Language = settings.Language,
            TimeZone = SchoolTimeZone.TryParse(site.TimeZoneId, out var zone) ? zone : school.TimeZone,
            AccentColor = AccentColor.TryParse(settings.AccentColor, out var accent) ? accent.ToString() : null,
            ShowsConversations = settings.ShowsConversations,
            AllowsOwnAccounts = settings.AllowsOwnAccounts,
        };
    }
}
