using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Klik.ParentAccess.Hardening;

/// <summary>Tells the module's own pages from those of the site.</summary>
internal static class OwnPages
{
    /// <summary>Whether an endpoint is a page, form or answer to programs of the module.</summary>
    public static bool Has(Endpoint? endpoint) => IsInSite(endpoint) || IsAdministration(endpoint) || endpoint?.Metadata.GetMetadata<ProgramAnswer>() is not null;

    /// <summary>Whether it is one that people see within the site's theme.</summary>
    public static bool IsInSite(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<SchoolEndpointMetadata>() is not null;

    /// <summary>Whether it is a controller of the module, such as the screens of administrators.</summary>
    public static bool IsAdministration(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly == typeof(OwnPages).Assembly;
}
