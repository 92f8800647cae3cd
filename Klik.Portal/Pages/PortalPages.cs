using Klik.ParentAccess.Web.Pages;

namespace Klik.Portal.Pages;

/// <summary>Puts the portal's own document around a page.</summary>
internal sealed class PortalPages : IPages
{
    public IResult Show(PageView view) =>
        new DocumentResult<PortalDocument>(new Dictionary<string, object?> { [nameof(PortalDocument.View)] = view })
        {
            StatusCode = view.StatusCode,
        };
}
