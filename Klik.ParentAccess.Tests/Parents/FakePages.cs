using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>Pages without a layout.</summary>
internal sealed class FakePages : IPages
{
    public IResult Show(PageView view) => new RazorComponentResult(view.Component, view.Parameters) { StatusCode = view.StatusCode };
}
