using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Klik.ParentAccess.Module.Tests.Leaks;

/// <summary>
/// Every page of the administrator: those that a link leads to, and those that a controller has, with whatever id is known put in
/// wherever one is asked for.
/// </summary>
internal sealed class AdminCrawl(SiteVisitor administrator, string prefix)
{
    private const int Most = 2500;
    private const int MostAlike = 25;

    private readonly Queue<string> _paths = new();
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _alike = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pages that there are, by path.</summary>
    public Dictionary<string, VisitedPage> Pages { get; } = [];

    /// <summary>Adds a path, below the school's base.</summary>
    public void Add(string path)
    {
        if (!path.Contains("LogOff", StringComparison.OrdinalIgnoreCase) && _seen.Add(path.Split('#')[0]))
        {
            _paths.Enqueue(path.Split('#')[0]);
        }
    }

    /// <summary>Adds every controller's action that answers a GET.</summary>
    public void Add(EndpointDataSource endpoints, IReadOnlyCollection<string> ids)
    {
        var actions = endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint =>
            endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null
            && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false);

        // Orchard's routes for any area double those that a controller has of its own.
        foreach (var pattern in actions.Select(action => action.RoutePattern).Where(pattern => pattern.RawText?.Contains("{area", StringComparison.Ordinal) == false))
        {
            foreach (var id in pattern.Parameters.Any(parameter => Value(pattern, parameter.Name) is null) ? ids : [""])
            {
                Add("/" + string.Join('/', pattern.PathSegments.Select(segment => Segment(pattern, segment, id)).Where(part => part.Length > 0)));
            }
        }
    }

    /// <summary>Opens everything there is to open.</summary>
    public async Task RunAsync()
    {
        while (_paths.TryDequeue(out var path))
        {
            Assert.True(_seen.Count < Most, $"More than {Most} pages; the last is {path}.");
            var page = await administrator.OpenAsync(path);
            if (page.Status != HttpStatusCode.OK || page.Address.AbsolutePath.Contains("/Error/", StringComparison.Ordinal))
            {
                continue;
            }

            Pages[path] = page;
            foreach (var link in page.Document.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>().Where(link => !IsButton(link)))
            {
                var address = new Uri(page.Address, link.GetAttribute("href")!);
                if (address.Authority == page.Address.Authority && address.AbsolutePath.StartsWith($"{prefix}/Admin", StringComparison.OrdinalIgnoreCase))
                {
                    Follow(WithoutReturn(address)[prefix.Length..]);
                }
            }
        }
    }

    // Of hundreds of templates and part definitions the first do for all.
    private void Follow(string path)
    {
        var action = string.Join('/', path.Split('?')[0].Split('/').Take(4));
        _alike[action] = _alike.GetValueOrDefault(action) + 1;
        if (_alike[action] <= MostAlike)
        {
            Add(path);
        }
    }

    private static bool IsButton(IHtmlAnchorElement link) => link.GetAttribute("data-url-af")?.Contains("UnsafeUrl", StringComparison.Ordinal) == true;

    // The same page, wherever it is reached from.
    private static string WithoutReturn(Uri address)
    {
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.StartsWith("returnUrl=", StringComparison.OrdinalIgnoreCase));
        var query = string.Join('&', kept);
        return query.Length == 0 ? address.AbsolutePath : $"{address.AbsolutePath}?{query}";
    }

    private static string? Value(RoutePattern pattern, string name) =>
        (pattern.RequiredValues.TryGetValue(name, out var required) ? required : pattern.Defaults.GetValueOrDefault(name))?.ToString();

    private static string Segment(RoutePattern pattern, RoutePatternPathSegment segment, string id) => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => Value(pattern, parameter.Name) ?? id,
        _ => "",
    }));
}
