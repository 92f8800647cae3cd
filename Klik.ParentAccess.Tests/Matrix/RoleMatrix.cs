using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Tests.Matrix;

/// <summary>What every role gets for every path and method, in either host.</summary>
internal static class RoleMatrix
{
    private static readonly string[] Methods = ["GET", "PUT", "DELETE", "PATCH", "POST"];

    /// <summary>Every path of a school with its methods; what ends an account or a session comes last.</summary>
    public static IReadOnlyList<MatrixPath> Paths(EndpointDataSource endpoints) =>
    [
        .. endpoints.Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<SchoolEndpointMetadata>() is not null)
            .GroupBy(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Select(group => new MatrixPath(
                group.Key,
                group.SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).ToHashSet()))
            .Where(path => path.Methods.Count > 0 && !path.Template.Contains("{*", StringComparison.Ordinal))
            .OrderBy(path => RankOf(path.Template))
            .ThenBy(path => path.Template, StringComparer.Ordinal),
    ];

    /// <summary>When something is asked for: what ends an account after everything else, and then what ends a session.</summary>
    public static int RankOf(string template) =>
        template.StartsWith("/parents/settings/delete", StringComparison.Ordinal) ? 1 : template == SchoolPaths.SignOut ? 2 : 0;

    /// <summary>Asks for every path by every method.</summary>
    /// <returns>A line for each answer that is not the right one for this role.</returns>
    public static async Task<string> WrongAnswersAsync(MatrixSchool school, Role role, IEnumerable<MatrixPath> paths)
    {
        var wrong = new List<string>();
        foreach (var path in paths)
        {
            foreach (var method in Methods)
            {
                using var response = await school.AskAsync(method, path.Of(school));
                var answer = AnswerOf(response);
                var expected = Expected(role, path.Template, path.Methods.Contains(method));
                if (!expected.Contains(answer))
                {
                    wrong.Add($"{method} {path.Template} answers {answer}, not {string.Join(" or ", expected)}");
                }
            }
        }

        return string.Join(Environment.NewLine, wrong);
    }

    /// <summary>Posts every form without its token.</summary>
    /// <returns>A line for each that was taken nevertheless.</returns>
    public static async Task<string> TakenWithoutTokenAsync(MatrixSchool school, IEnumerable<MatrixPath> paths)
    {
        var taken = new List<string>();
        foreach (var path in paths.Where(path => path.Methods.Contains("POST")))
        {
            using var response = await school.AskAsync("POST", path.Of(school), withFormToken: false);
            if (AnswerOf(response) is "ok")
            {
                taken.Add(path.Template);
            }
        }

        return string.Join(Environment.NewLine, taken);
    }

    private static string AnswerOf(HttpResponseMessage response)
    {
        var target = response.Headers.Location?.OriginalString.Split('?')[0];
        return (int)response.StatusCode switch
        {
            403 => "forbidden",
            404 => "not found",
            405 => "no such method",
            400 => "bad request",
            200 or 422 => "ok",
            302 or 303 when target!.EndsWith("/no-access", StringComparison.Ordinal) => "no access",
            302 or 303 when target!.EndsWith("/sign-in", StringComparison.Ordinal) => "sign in first",
            302 or 303 => "ok",
            var other => $"status {other}",
        };
    }

    private static string[] Expected(Role role, string template, bool isMethod)
    {
        if (!isMethod)
        {
            // GET of what is only a form's target, and a form to a provider that is not there, are pages that do not exist.
            return ["no such method", "not found"];
        }

        var nobody = role is Role.Anonymous or Role.UserOfAnotherSchool;
        if (template.StartsWith("/profile", StringComparison.Ordinal))
        {
            return nobody ? ["sign in first"] : role is Role.Student or Role.OtherStudent ? ["ok"] : ["forbidden"];
        }

        if (template.StartsWith("/admin", StringComparison.Ordinal))
        {
            return nobody ? ["sign in first"] : role is not Role.Administrator ? ["forbidden"] : template.Contains('{') ? ["ok", "not found"] : ["ok"];
        }

        if (template.StartsWith("/sign-in/own", StringComparison.Ordinal) || template == "/a/sign-in/own")
        {
            // The school does not allow accounts of its own.
            return ["not found"];
        }

        if (template.StartsWith("/parents/settings/sign-in", StringComparison.Ordinal) && role is (Role.Parent or Role.ParentOfAnotherStudent))
        {
            return ["not found"];
        }

        if (template == "/parents" || template.StartsWith("/parents/", StringComparison.Ordinal))
        {
            return role switch
            {
                Role.Parent => ["ok"],
                Role.ParentOfAnotherStudent => template.Contains("{student}", StringComparison.Ordinal) ? ["not found"] : ["ok"],
                // Having one's own account deleted needs no access to a student.
                Role.ParentAfterWithdrawal when template == "/parents/settings/delete" => ["no access", "ok", "sign in first"],
                Role.ParentAfterWithdrawal => ["no access"],
                Role.Anonymous or Role.UserOfAnotherSchool => ["sign in first"],
                _ => ["forbidden"],
            };
        }

        // Open to everybody; a provider's answer that never was leads back to the sign-in page.
        return template == "/" || template.StartsWith("/sign-in/", StringComparison.Ordinal) || template.StartsWith("/invitation/", StringComparison.Ordinal) || template.StartsWith("/sign-out", StringComparison.Ordinal)
            ? ["ok", "sign in first"]
            : ["ok"];
    }
}
