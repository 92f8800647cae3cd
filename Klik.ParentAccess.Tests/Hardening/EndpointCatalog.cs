using System.Text.RegularExpressions;
using Klik.ParentAccess.Tests.Matrix;
using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Tests.Hardening;

/// <summary>An endpoint of a host that is running.</summary>
/// <param name="Method">How it is asked.</param>
/// <param name="Path">Its path with the routing's parameters.</param>
/// <param name="IsOfSchool">Whether it is below a school's base.</param>
internal sealed partial record EndpointCatalog(string Method, MatrixPath Path, bool IsOfSchool)
{
    private static readonly string[] AnyMethod = ["GET", "POST"];

    /// <summary>All endpoints of a host that fit, each method apart; what ends a session or an account comes last.</summary>
    public static IReadOnlyList<EndpointCatalog> Of(EndpointDataSource endpoints, Func<RouteEndpoint, bool>? fits = null) =>
    [
        .. endpoints.Endpoints
            .OfType<RouteEndpoint>()
            .Where(fits ?? (_ => true))
            .SelectMany(endpoint => MethodsOf(endpoint).Select(method => new EndpointCatalog(
                method,
                new MatrixPath("/" + endpoint.RoutePattern.RawText!.Trim('/'), new HashSet<string>([method])),
                endpoint.Metadata.GetMetadata<SchoolEndpointMetadata>() is not null)))
            .DistinctBy(asked => (asked.Method, asked.Path.Template))
            .OrderBy(asked => RoleMatrix.RankOf(asked.Path.Template))
            .ThenBy(asked => asked.Path.Template, StringComparer.Ordinal),
    ];

    /// <summary>What it is asked at.</summary>
    public string AddressIn(MatrixSchool school) => Path.Of(school).Replace("{*path:nonfile}", "no/such/page", StringComparison.Ordinal);

    /// <summary>What it is asked at, for nobody in particular.</summary>
    public string Address => Parameter().Replace(Path.Template.Replace("{provider}", "google", StringComparison.Ordinal), "00000000-0000-7000-8000-000000000000");

    public override string ToString() => $"{Method} {Path.Template}";

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
            ? methods
            : endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ActionConstraints?.OfType<HttpMethodActionConstraint>().FirstOrDefault()?.HttpMethods ?? AnyMethod;

    [GeneratedRegex("{[^}]+}")]
    private static partial Regex Parameter();
}
