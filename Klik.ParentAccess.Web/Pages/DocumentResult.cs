using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Web.Pages;

/// <summary>
/// Answers with a component that is a whole HTML document. The framework's own answer of that kind also restores state, matches forms
/// and streams, which none of our components does; it costs as much as the page itself.
/// </summary>
/// <param name="parameters">The component's parameters by name.</param>
/// <typeparam name="TComponent">The component.</typeparam>
public sealed class DocumentResult<TComponent>(IDictionary<string, object?> parameters) : IResult
    where TComponent : IComponent
{
    /// <summary>The HTTP status of the answer.</summary>
    public int StatusCode { get; init; } = StatusCodes.Status200OK;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        if (services.GetService<DocumentRequest>() is { } request)
        {
            request.Context = httpContext;
        }

        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        using var html = await renderer.Dispatcher.InvokeAsync(() => RenderAsync(renderer));

        var response = httpContext.Response;
        response.StatusCode = StatusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = Encoding.UTF8.GetByteCount(html.Written.Span);
        Encoding.UTF8.GetBytes(html.Written.Span, response.BodyWriter);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    // Whole before anything is sent: whatever goes wrong on the way can still be answered with another page.
    private async Task<PageText> RenderAsync(HtmlRenderer renderer)
    {
        var document = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
        var html = new PageText();
        document.WriteHtmlTo(html);
        return html;
    }
}
