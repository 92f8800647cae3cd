using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Pages;

/// <summary>Puts the site's theme around a page.</summary>
internal sealed class ThemedPages : IPages
{
    public IResult Show(PageView view) => new ThemedPageResult(view);
}
