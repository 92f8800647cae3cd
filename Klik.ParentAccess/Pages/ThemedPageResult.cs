using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement;

namespace Klik.ParentAccess.Pages;

/// <summary>Renders a page through a view of the module, so that it comes out within the site's theme.</summary>
internal sealed class ThemedPageResult(PageView page) : IResult
{
    private const string ViewPath = "~/Areas/Klik.ParentAccess/Views/Page.cshtml";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var context = new ActionContext(httpContext, httpContext.GetRouteData(), new ActionDescriptor());
        // These fetch the site, its theme and layout; MVC runs them for its own actions only.
        foreach (var filter in services.GetServices<IAsyncViewActionFilter>())
        {
            await filter.OnActionExecutionAsync(context);
        }

        var view = new ViewResult
        {
            ViewName = ViewPath,
            StatusCode = page.StatusCode,
            ViewData = new ViewDataDictionary<PageView>(services.GetRequiredService<IModelMetadataProvider>(), context.ModelState) { Model = page },
            TempData = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(httpContext),
        };
        await services.GetRequiredService<IActionResultExecutor<ViewResult>>().ExecuteAsync(context, view);
    }
}
