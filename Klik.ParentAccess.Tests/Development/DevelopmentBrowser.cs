using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Klik.ParentAccess.Tests.Development;

/// <summary>A browser without scripts that fills in and sends the forms it is shown.</summary>
internal sealed class DevelopmentBrowser : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true });

    public string Address { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public string Text { get; private set; } = "";

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public async Task OpenAsync(string address) =>
        await ReadAsync(await _client.GetAsync(new Uri(address), TestContext.Current.CancellationToken));

    /// <summary>Sends a form as it stands, with some fields filled in otherwise; a null value leaves the field out.</summary>
    public async Task SendAsync(IElement form, params (string Name, string? Value)[] typed)
    {
        var fields = form.QuerySelectorAll("input")
            .Where(input => input.GetAttribute("type") != "checkbox" || input.HasAttribute("checked"))
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value"));
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields.Where(field => field.Value is not null)!);
        await ReadAsync(await _client.PostAsync(new Uri(Address), content, TestContext.Current.CancellationToken));
    }

    /// <summary>The form with the button that begins with a label.</summary>
    public IElement FormOf(string label) =>
        Page.QuerySelectorAll("form").First(form => form.QuerySelector("button")!.TextContent.Trim().StartsWith(label, StringComparison.Ordinal));

    public void Dispose() => _client.Dispose();

    private async Task ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Address = response.RequestMessage!.RequestUri!.AbsoluteUri;
            Status = response.StatusCode;
            Text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Page = await new HtmlParser().ParseDocumentAsync(Text, TestContext.Current.CancellationToken);
        }
    }
}
