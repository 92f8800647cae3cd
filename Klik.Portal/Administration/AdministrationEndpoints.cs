using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Hardening;
using Klik.Portal.Administration.Letters;
using Klik.Portal.Administration.Settings;
using Klik.Portal.Administration.Users;

namespace Klik.Portal.Administration;

/// <summary>Maps the administrator's pages.</summary>
internal static class AdministrationEndpoints
{
    /// <summary>
    /// Maps them below the school's base, for administrators only. The endpoints read their forms by themselves: parameters would
    /// be bound, and so a body read, before the filters ask who it is.
    /// </summary>
    public static void MapAdministration(this RouteGroupBuilder school)
    {
        var administration = school.MapGroup("").MapOpenSchoolPages().AddEndpointFilter<RouteGroupBuilder, AdministratorFilter>();
        administration.MapImport();

        var forms = administration.MapGroup("").RequireFormToken().LimitForms();
        forms.MapUsers();
        forms.MapSettings();
        forms.MapLetters();
    }
}
