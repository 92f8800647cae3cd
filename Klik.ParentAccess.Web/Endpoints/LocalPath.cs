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
        && !Never.Any(part => path.AsSpan(0, PathLength(path)).Contains(part, StringComparison.OrdinalIgnoreCase))
        && IsAtOrBelow(path, context.Request.PathBase.ToUriComponent());

    /// <summary>Whether a path leads to a parent's page: only there does a parent go after signing in.</summary>
    public static bool IsForParents(HttpContext context, [NotNullWhen(true)] string? path) =>
        IsBelow(context, SchoolPaths.Parents, path);

    /// <summary>Whether a path leads to a page of the present school, or to one below that page.</summary>
    /// <param name="context">The request.</param>
    /// <param name="root">The page, relative to the school's base.</param>
    /// <param name="path">The path that came in.</param>
    public static bool IsBelow(HttpContext context, string root, [NotNullWhen(true)] string? path) =>
        IsInSchool(context, path) && IsAtOrBelow(path, SchoolPaths.At(context, root));

    // What stands in the query leads nowhere.
    private static int PathLength(string path) => path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? at : path.Length;

    private static bool IsAtOrBelow(string path, string root) =>
        path.StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || root.Length == 0 || path[root.Length] is '/' or '?');
}
