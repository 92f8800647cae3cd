using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.TestHost;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>A parent in front of a browser that keeps cookies and follows nothing by itself.</summary>
internal sealed class ParentClient(TestServer server, string? session)
{
    private readonly CookieContainer _cookies = new();

    /// <summary>Asks for a page and reads it.</summary>
    public async Task<IHtmlDocument> OpensAsync(string path)
    {
        using var answer = await AsksAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ReadAsync(answer);
    }

    /// <summary>Asks for a page, whatever the answer.</summary>
    public Task<HttpResponseMessage> AsksAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, Address(path)));

    /// <summary>Opens a page, fills in its form and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitsAsync(string path, params (string Field, string Value)[] fields)
    {
        var page = await OpensAsync(path);
        var form = Assert.Single(page.Forms, form => form.GetAttribute("action")!.EndsWith(path, StringComparison.Ordinal));
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, Address(form.GetAttribute("action")!))
        {
            Content = new FormUrlEncodedContent(
                [KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Field, field.Value))]),
        });
    }

    /// <summary>Sends a form as another site would make a browser do it.</summary>
    public Task<HttpResponseMessage> IsMadeToPostAsync(string path) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, Address(path)) { Content = new FormUrlEncodedContent([]) });

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    private static Uri Address(string path) =>
        new(new Uri("https://school.example"), path.StartsWith("/demo", StringComparison.Ordinal) ? path : "/demo" + path);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var client = server.CreateClient();
        var cookies = _cookies.GetCookieHeader(request.RequestUri!);
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", cookies);
        }

        if (session is not null)
        {
            request.Headers.Add(FakePeople.Header, session);
        }

        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _cookies.SetCookies(request.RequestUri!, cookie);
        }

        return answer;
    }
}
