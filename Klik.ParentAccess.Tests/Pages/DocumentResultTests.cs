using System.Text;
using AngleSharp.Html.Parser;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Pages;

public sealed class DocumentResultTests : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly MemoryStream _sent = new();
    private readonly DefaultHttpContext _context;

    public DocumentResultTests()
    {
        var services = new ServiceCollection().AddLogging().AddAntiforgery().AddDocuments();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        _services = services.BuildServiceProvider();
        _context = new DefaultHttpContext { RequestServices = _services };
        _context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(_sent));
    }

    [Fact]
    public async Task A_document_goes_out_whole_however_long_and_in_whatever_script()
    {
        var text = string.Concat(Enumerable.Repeat("Zoë 😀 李 ", 5_000));

        await ShowAsync<Raw>((nameof(Raw.Markup), $"<p>{text}</p>"));

        Assert.Equal($"<p>{text}</p>", Encoding.UTF8.GetString(_sent.ToArray()));
        Assert.Equal(_sent.Length, _context.Response.ContentLength);
        Assert.Equal("text/html; charset=utf-8", _context.Response.ContentType);
        Assert.Equal(StatusCodes.Status404NotFound, _context.Response.StatusCode);
    }

    [Fact]
    public async Task Of_a_document_that_fails_nothing_is_sent()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => ShowAsync<Raw>((nameof(Raw.Markup), "<p>begun</p>"), (nameof(Raw.Fails), true)));

        await _context.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, _sent.Length);
        Assert.Null(_context.Response.ContentLength);
    }

    [Fact]
    public async Task A_form_without_a_target_leads_back_to_the_page_and_every_form_has_the_same_token()
    {
        (_context.Request.Scheme, _context.Request.Host) = ("https", new HostString("school.example"));
        (_context.Request.PathBase, _context.Request.Path, _context.Request.QueryString) = ("/demo", "/a", new QueryString("?x=1"));

        await ShowAsync<TwoForms>();

        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(_sent.ToArray()));
        Assert.Equal(["/demo/a?x=1", "/elsewhere"], page.Forms.Select(form => form.GetAttribute("action")));
        var tokens = page.QuerySelectorAll("input[name=__RequestVerificationToken]").Select(input => input.GetAttribute("value")).ToList();
        Assert.Equal(2, tokens.Count);
        Assert.NotEmpty(Assert.Single(tokens.Distinct())!);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sent.DisposeAsync();
    }

    private Task ShowAsync<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent =>
        new DocumentResult<TComponent>(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value))
        {
            StatusCode = StatusCodes.Status404NotFound,
        }.ExecuteAsync(_context);

    private sealed class Raw : ComponentBase
    {
        [Parameter]
        public string Markup { get; set; } = "";

        [Parameter]
        public bool Fails { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, Markup);
            if (Fails)
            {
                throw new InvalidOperationException("Half-way.");
            }
        }
    }

    private sealed class TwoForms : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            AddForm(builder, null);
            AddForm(builder, "/elsewhere");
        }

        private static void AddForm(RenderTreeBuilder builder, string? action)
        {
            builder.OpenElement(0, "form");
            builder.AddAttribute(1, "method", "post");
            builder.AddAttribute(2, "action", action);
            builder.OpenComponent<AntiforgeryToken>(3);
            builder.CloseComponent();
            builder.CloseElement();
        }
    }
}
