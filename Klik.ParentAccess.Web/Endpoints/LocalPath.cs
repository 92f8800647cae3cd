using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>Judges a path that came in with a request and that a browser is to be sent to: it never leaves the school.</summary>
public static class LocalPath
{
    private const int MaxLength = 1000;

    private static readonly string[] Never = ["//", "\\", "..", "%2e", "%2f", "%5c"];

    /// <summary>Whether a path leads to a page of the present school.</summary>
    public static bool IsInSchool(HttpContext context, [NotNullWhen(true)] string? path) =>
        path is { Length: > 0 and <= MaxLength }
        && path[0] == '/'
        && path.All(c => c is > ' ' and < '\x7f')
        && !Never.Any(part => path.Contains(part, StringComparison.OrdinalIgnoreCase))
        && IsAtOrBelow(path, context.Request.PathBase.ToUriComponent());

    /// <summary>Whether a path leads to a parent's page: only there does a parent go after signing in.</summary>
    public static bool IsForParents(HttpContext context, [NotNullWhen(true)] string? path) =>
        IsInSchool(context, path) && IsAtOrBelow(path, context.Request.PathBase.ToUriComponent() + SchoolPaths.Parents);

    private static bool IsAtOrBelow(string path, string root) =>
        path.StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || root.Length == 0 || path[root.Length] is '/' or '?');
}
