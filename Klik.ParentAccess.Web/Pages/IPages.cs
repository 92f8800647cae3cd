using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Pages;

/// <summary>
/// Hands a page to the host, which puts its own layout around it: the portal's layout, or the site's theme in Orchard.
/// One implementation a host.
/// </summary>
public interface IPages
{
    /// <summary>Answers a request with a page.</summary>
    IResult Show(PageView view);
}
