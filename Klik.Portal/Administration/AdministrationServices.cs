using Klik.ParentAccess.Web.Administration;
using Klik.ParentAccess.Web.Administration.Import;
using Klik.ParentAccess.Web.Administration.Letters;

namespace Klik.Portal.Administration;

/// <summary>Registers what the administrator's pages need.</summary>
internal static class AdministrationServices
{
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddSingleton<NameSearch>();
        services.AddScoped<ImportScreen>();
        services.AddScoped<LettersScreen>();
        services.AddScoped<LetterTextScreen>();
    }
}
