using System.Reflection;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Hardening;

/// <summary>Whatever a request says of where to go next, nobody is led away from the school.</summary>
public sealed class RedirectTests(RunningPortal portal)
{
    // Every endpoint that is told where to go next; the one below holds this list to the code.
    private static readonly string[] Told =
    [
        "GET /sign-in", "GET /sign-in/complete", "GET /sign-in/school", "GET /sign-in/school/complete", "GET /sign-in/{provider}",
        "POST /language", "POST /sign-in/own/start", "POST /sign-in/{provider}",
    ];

    private static readonly string[] Words = ["return", "redirect", "url", "next", "path"];

    [Fact]
    [Trait("Rule", "P3")]
    public void No_other_endpoint_is_told_where_to_go() => Assert.Equal(
        Told.Order(),
        portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.RoutePattern.RawText!.StartsWith("/dev/", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Any(IsWhereToGo) == true)
            .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {endpoint.RoutePattern.RawText}")
            .Order());

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_student_comes_to_the_own_page_whatever_was_asked_for()
    {
        var school = await portal.NewSchoolAsync();
        using var student = school.NewVisitor();
        await student.SignInAsStudentAsync(await school.AddStudentAsync());

        foreach (var path in HostilePaths.For($"/{school.Id}"))
        {
            var page = await student.OpenAsync($"/sign-in/school?return={Uri.EscapeDataString(path)}");

            Assert.Equal((path, $"{school.Address}/profile/parents"), (path, page.Address.GetLeftPart(UriPartial.Path)));
        }
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_parent_comes_to_the_children_whatever_was_asked_for()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        using var parent = await InvitationPathTests.InvitedParentAsync(student, "jan@gmail.com", "Jan");

        foreach (var path in HostilePaths.For($"/{school.Id}"))
        {
            var escaped = Uri.EscapeDataString(path);
            foreach (var asked in new[] { $"/sign-in?return={escaped}", $"/sign-in/google?return={escaped}", $"/sign-in/complete?return={escaped}" })
            {
                var page = await parent.OpenAsync(asked);

                Assert.Equal(school.Address, page.Address.AbsoluteUri[..school.Address.Length]);
                Assert.True(page.Path is "/parents" or "/sign-in", $"{path} leads to {page.Path}");
            }
        }
    }

    [Fact]
    [Trait("Rule", "P3")]
    public async Task A_form_leads_back_to_the_school_whatever_it_says()
    {
        var school = await portal.NewSchoolAsync();
        using var visitor = school.NewVisitor();

        foreach (var path in HostilePaths.For($"/{school.Id}"))
        {
            var page = await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in"), "/language", ("language", "en"), ("returnPath", path));
            Assert.Equal((path, "/sign-in"), (path, page.Path));

            visitor.Plan = Persona.Gmail("nobody@gmail.com");
            var refused = await visitor.SubmitAsync(await visitor.OpenAsync("/no-access"), "/sign-in/google", ("return", path));
            Assert.Equal((path, "/no-access"), (path, refused.Path));
        }
    }

    [Fact]
    public void The_rule_refuses_them_at_the_root_of_a_host_too()
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();

        Assert.True(LocalPath.IsForParents(context, "/parents"));
        Assert.DoesNotContain(HostilePaths.For(""), path => LocalPath.IsForParents(context, path));
    }

    private static bool IsWhereToGo(ParameterInfo parameter)
    {
        var name = parameter.GetCustomAttributes().OfType<IFromQueryMetadata>().FirstOrDefault()?.Name
            ?? parameter.GetCustomAttributes().OfType<IFromFormMetadata>().FirstOrDefault()?.Name
            ?? parameter.Name!;
        return parameter.ParameterType == typeof(string) && Words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
