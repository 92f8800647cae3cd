using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>A page as a visitor got it.</summary>
public sealed class VisitedPage
{
    private VisitedPage(Uri address, HttpResponseMessage response, string html, IDocument document) =>
        (Address, Status, CacheControl, RetryAfter, Html, Document) =
        (address, response.StatusCode, response.Headers.CacheControl?.ToString(), response.Headers.RetryAfter?.Delta, html, document);

    public Uri Address { get; }

    public HttpStatusCode Status { get; }

    public string? CacheControl { get; }

    /// <summary>How long to wait, if the answer says so.</summary>
    public TimeSpan? RetryAfter { get; }

    public string Html { get; }

    public IDocument Document { get; }

    /// <summary>What a person reads, with single blanks.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The address below the school's base.</summary>
    public string Path => "/" + string.Join('/', Address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1));

    public static async Task<VisitedPage> ReadAsync(Uri address, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html).Address(address), TestContext.Current.CancellationToken);
        return new VisitedPage(address, response, html, document);
    }

    /// <summary>The address of the first link that has something in it.</summary>
    public string LinkTo(string part) =>
        Document.QuerySelectorAll<IHtmlAnchorElement>("main a").FirstOrDefault(link => link.Href.Contains(part, StringComparison.Ordinal))?.Href
        ?? throw new InvalidOperationException($"No link on {Path} leads to {part}. It says: {Text}");

    /// <summary>The form that posts to an action, and the button that says so if the form itself does not.</summary>
    internal (IHtmlFormElement Form, IHtmlButtonElement? Button) FormTo(string action)
    {
        foreach (var form in Document.Forms)
        {
            var button = form.QuerySelectorAll<IHtmlButtonElement>("button").FirstOrDefault(button => EndsWith(button.GetAttribute("formaction"), action));
            if (button is not null || EndsWith(form.GetAttribute("action"), action))
            {
                return (form, button);
            }
        }

        throw new InvalidOperationException($"No form on {Path} goes to {action}. It says: {Text}");
    }

    internal string ActionOf(IHtmlFormElement form, IHtmlButtonElement? button) =>
        button?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Address.AbsoluteUri;

    private static bool EndsWith(string? address, string action) =>
        address is not null && address.Split('?')[0].EndsWith(action, StringComparison.Ordinal);
}
