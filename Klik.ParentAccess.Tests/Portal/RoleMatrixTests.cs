using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>Every path of a school and every method, asked for by everybody.</summary>
public sealed class RoleMatrixTests(RunningPortal portal)
{
    private static readonly string[] Methods = ["GET", "PUT", "DELETE", "PATCH", "POST"];

    [Theory]
    [CombinatorialRole]
    [Trait("Rule", "I4")]
    [Trait("Rule", "I9")]
    [Trait("Rule", "P6")]
    public async Task Every_path_and_method_gives_each_role_the_right_answer(Role role)
    {
        await using var school = await MatrixSchool.CreateAsync(portal, role);
        var wrong = new List<string>();

        foreach (var (template, allowed) in Paths())
        {
            foreach (var method in Methods)
            {
                using var response = await school.AskAsync(method, Fill(template, school));
                var answer = AnswerOf(response);
                if (!Expected(role, template, allowed.Contains(method)).Contains(answer))
                {
                    wrong.Add($"{method} {template} answers {answer}, not {string.Join(" or ", Expected(role, template, allowed.Contains(method)))}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.True(role is Role.Student or Role.Parent or Role.Administrator || await school.IsUntouchedAsync());
    }

    [Theory]
    [InlineData(Role.Student)]
    [InlineData(Role.Parent)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Anonymous)]
    public async Task No_form_is_taken_without_its_token(Role role)
    {
        await using var school = await MatrixSchool.CreateAsync(portal, role);
        var taken = new List<string>();

        foreach (var (template, allowed) in Paths().Where(path => path.Methods.Contains("POST")))
        {
            using var response = await school.AskAsync("POST", Fill(template, school), withFormToken: false);
            if (AnswerOf(response) is "ok")
            {
                taken.Add(template);
            }
        }

        Assert.True(taken.Count == 0, string.Join(Environment.NewLine, taken));
        Assert.True(await school.IsUntouchedAsync());
    }

    [Fact]
    public void The_matrix_knows_the_product()
    {
        var templates = Paths().Select(path => path.Template).ToList();

        Assert.Contains("/profile/parents", templates);
        Assert.Contains("/parents/students/{student}/grades", templates);
        Assert.Contains("/admin/users", templates);
        Assert.True(templates.Count > 25);
    }

    /// <summary>Every path of a school with its methods; what ends an account comes last.</summary>
    private List<(string Template, HashSet<string> Methods)> Paths() =>
    [
        .. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<SchoolEndpointMetadata>() is not null)
            .GroupBy(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Select(group => (
                group.Key,
                group.SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).ToHashSet()))
            .Where(path => path.Item2.Count > 0 && !path.Key.Contains("{*", StringComparison.Ordinal))
            .OrderBy(path => path.Key.StartsWith("/parents/settings/delete", StringComparison.Ordinal))
            .ThenBy(path => path.Key, StringComparer.Ordinal),
    ];

    private static string Fill(string template, MatrixSchool school) => template
        .Replace("/invitations/{id:guid}", $"/invitations/{school.InvitationId}", StringComparison.Ordinal)
        .Replace("/links/{id:guid}", $"/links/{school.LinkId}", StringComparison.Ordinal)
        .Replace("{id:guid}", "00000000-0000-7000-8000-000000000000", StringComparison.Ordinal)
        .Replace("{provider}", "google", StringComparison.Ordinal)
        .Replace("{student}", school.StudentId, StringComparison.Ordinal)
        .Replace("{id}", school.StudentId, StringComparison.Ordinal);

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

        if (template == "/parents" || template.StartsWith("/parents/", StringComparison.Ordinal))
        {
            return role switch
            {
                Role.Parent => ["ok"],
                Role.ParentOfAnotherStudent => template.Contains("{student}", StringComparison.Ordinal) ? ["not found"] : ["ok"],
                // Having one's own account deleted needs no access to a student.
                Role.ParentAfterWithdrawal when template == "/parents/settings/delete" => ["no access", "ok"],
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
