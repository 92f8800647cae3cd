using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.Components;

/// <summary>A component as the browser gets it.</summary>
internal static class RenderedComponent
{
    public static async Task<IElement> InAsync<TComponent>(string language, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddParentAccessTexts(options => options.Folder = "no such folder")
            .AddSingleton<ICurrentSchool>(new FixedSchool())
            .AddSingleton<AntiforgeryStateProvider>(new FixedAntiforgery());
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, provider.GetRequiredService<ILoggerFactory>());
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var view = ParameterView.FromDictionary(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
            return (await renderer.RenderComponentAsync<TComponent>(view)).ToHtmlString();
        });

        return new HtmlParser().ParseDocument($"<!doctype html><body>{html}</body>").Body!;
    }

    public static RenderFragment Html(string markup) => builder => builder.AddMarkupContent(0, markup);

    private sealed class FixedSchool : ICurrentSchool
    {
        public School School { get; } = new(SchoolId.Parse("demo"), "Demo") { TimeZone = "Europe/Amsterdam" };
    }

    private sealed class FixedAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }
}
