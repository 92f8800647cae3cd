using Klik.ParentAccess.Web.Administration.Import;
using Klik.Portal.Administration.Users;

namespace Klik.Portal.Administration;

/// <summary>Registers what the administrator's pages need.</summary>
internal static class AdministrationServices
{
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddSingleton<UserSearch>();
        services.AddScoped<ImportScreen>();
    }
}
