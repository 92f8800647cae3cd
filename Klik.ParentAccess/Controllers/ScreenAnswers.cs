using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Klik.ParentAccess.Controllers;

/// <summary>What the controllers of the administrator's screens answer.</summary>
internal static class ScreenAnswers
{
    private const string View = "~/Areas/Klik.ParentAccess/Views/Screen.cshtml";

    /// <summary>A page within the admin theme.</summary>
    public static IActionResult Screen(this Controller controller, PageView page)
    {
        controller.Response.StatusCode = page.StatusCode;
        return controller.View(View, page);
    }

    /// <summary>Look at a page anew (303).</summary>
    /// <param name="controller">The controller.</param>
    /// <param name="path">The path and query to go to, relative to the tenant's base.</param>
    public static IActionResult SeeOther(this Controller controller, string path)
    {
        controller.Response.Headers.Location = controller.Request.PathBase.ToUriComponent() + path;
        return controller.StatusCode(StatusCodes.Status303SeeOther);
    }
}
