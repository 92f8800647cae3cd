using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Development.Hosting;
using Klik.Portal.Settings;

namespace Klik.Portal.Letters;

/// <summary>The school's address for links in letters that are made without the portal being served: from the settings alone.</summary>
internal sealed class CommandSchoolAddress(ICurrentSchool school, IConfiguration configuration, IHostEnvironment environment) : ISchoolAddress
{
    public Uri Base => new(Portal(), $"{school.School.Id}/");

    private Uri Portal()
    {
        if (Uri.TryCreate(configuration[PortalOptions.PublicUrlSetting], UriKind.Absolute, out var url))
        {
            return PortalOptionsValidator.IsPublicUrl(url) ? url : throw new SettingException(PortalOptions.PublicUrlSetting, PortalOptionsValidator.WrongPublicUrl);
        }

        // As where the portal is served: in Development it is where it listens.
        return environment.IsDevelopment()
            ? new Uri(ListeningAddress.Choose((configuration["urls"] ?? "http://localhost:5080").Split(';')) + "/")
            : throw new SettingException(PortalOptions.PublicUrlSetting, "is missing; the links in letters lead there");
    }
}
