using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;

namespace Klik.ParentAccess.Controllers;

/// <summary>
/// A home page for a site that has none of its own, by the site's home route: students and parents come to their pages,
/// administrators to theirs, and anybody else to the choice of where to sign in. The set-up recipe of the host asks for it.
/// </summary>
public sealed class FrontDoorController(IPeople people, IAuthorizationService authorization, IOptions<AdminOptions> admin) : Controller
{
    /// <summary>Leads on.</summary>
    [HttpGet]
    public async Task<IActionResult> Index()
    {
        var mayAdminister = await authorization.AuthorizeAsync(User, AdminPermissions.AccessAdminPanel);
        return LocalRedirect("~" + SchoolHome.PathOf(HttpContext, people, mayAdminister ? $"/{admin.Value.AdminUrlPrefix}" : null));
    }
}
