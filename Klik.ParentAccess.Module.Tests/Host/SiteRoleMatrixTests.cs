using System.Net;
using Klik.ParentAccess.Tests.Matrix;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Every path of the module and every method, asked for by everybody, in the Orchard host.</summary>
public sealed class SiteRoleMatrixTests(RunningHost host) : RoleMatrixConformance
{
    [Theory]
    [CombinatorialRole]
    [Trait("Rule", "I9")]
    [Trait("Rule", "L1")]
    public async Task The_administrators_screens_are_the_administrators_alone(Role role)
    {
        await using var school = await CreateAsync(role);
        var wrong = new List<string>();

        foreach (var path in await PathsAsync(AdministratorsPaths))
        {
            foreach (var method in path.Methods)
            {
                using var answer = await school.AskAsync(method, path.Of(school));
                var isOpen = answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Redirect or HttpStatusCode.InternalServerError);
                if (isOpen != (role == Role.Administrator))
                {
                    wrong.Add($"{method} {path.Template} answers {answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(await school.IsUntouchedAsync());
    }

    [Fact]
    [Trait("Rule", "L1")]
    public async Task No_form_of_the_administrators_screens_is_taken_without_its_token()
    {
        await using var school = await CreateAsync(Role.Administrator);
        var paths = await PathsAsync(AdministratorsPaths);

        foreach (var path in paths.Where(path => path.Methods.Contains("POST")))
        {
            using var answer = await school.AskAsync("POST", path.Of(school), withFormToken: false);
            Assert.Equal((path.Template, HttpStatusCode.BadRequest), (path.Template, answer.StatusCode));
        }

        var known = paths.SelectMany(path => path.Methods.Select(method => $"{method} {path.Template}")).ToList();
        string[] screens = ["/Admin/ParentAccess/Import", "/Admin/ParentAccess/Letters", "/Admin/ParentAccess/Letters/text"];
        Assert.All(screens, path => Assert.Contains($"GET {path}", known));
        Assert.All(screens, path => Assert.Contains($"POST {path}", known));
        Assert.Contains("GET /Admin/ParentAccess/Letters/pdf/{id:guid}", known);
    }

    /// <summary>The module's own screens among Orchard's, at the addresses that they were given and at those that Orchard gives every controller.</summary>
    private static IReadOnlyList<MatrixPath> AdministratorsPaths(EndpointDataSource endpoints) =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Assembly == typeof(LetterAdministrationStartup).Assembly)
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("Admin/", StringComparison.Ordinal) == true)
            .GroupBy(endpoint => "/" + endpoint.RoutePattern.RawText!.Replace("/{id?}", "", StringComparison.Ordinal))
            .Select(group => new MatrixPath(group.Key, group.SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods).ToHashSet()))
            .OrderBy(path => path.Template, StringComparer.Ordinal),
    ];

    private protected override Task<MatrixSchool> CreateAsync(Role role) => MatrixSchool.CreateAsync(new SiteMatrixPeople(host), role);

    private protected override Task<IReadOnlyList<MatrixPath>> PathsAsync() => PathsAsync(RoleMatrix.Paths);

    private async Task<IReadOnlyList<MatrixPath>> PathsAsync(Func<EndpointDataSource, IReadOnlyList<MatrixPath>> read)
    {
        IReadOnlyList<MatrixPath> paths = [];
        await host.InTenantAsync("Default", services =>
        {
            paths = read(services.GetRequiredService<EndpointDataSource>());
            return Task.CompletedTask;
        });
        return paths;
    }
}
