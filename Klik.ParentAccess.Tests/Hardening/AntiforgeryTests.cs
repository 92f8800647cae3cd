using System.Net;
using Klik.ParentAccess.Tests.Matrix;
using Klik.ParentAccess.Tests.Portal;
using Klik.Portal.Schools;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Hardening;

/// <summary>Every endpoint of the portal that takes a POST, without a form's token.</summary>
public sealed class AntiforgeryTests(RunningPortal portal)
{
    private static readonly Role[] Roles = [Role.Anonymous, Role.Student, Role.Parent, Role.Administrator];

    // Shows that something went wrong, whatever was asked; reads and changes nothing.
    private static readonly string[] TakesNoForm = ["/problem"];

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Every_endpoint_refuses_a_POST_without_a_token_from_those_whom_it_lets_in()
    {
        var asked = Posts().ToDictionary(endpoint => endpoint, _ => new List<string>());
        foreach (var role in Roles)
        {
            var here = await portal.NewSchoolAsync();
            await using var school = await MatrixSchool.CreateAsync(new MatrixPeople(here), role);
            // Its pages are there only where the school allows it.
            var schools = portal.Services.CreateScope().ServiceProvider.GetRequiredService<EfSchools>();
            Assert.True(await schools.SaveAsync((await schools.FindAsync(here.Id, TestContext.Current.CancellationToken))! with { AllowsOwnAccounts = true }, TestContext.Current.CancellationToken));
            foreach (var (endpoint, answers) in asked)
            {
                using var answer = await school.AskAsync("POST", endpoint.AddressIn(school), withFormToken: false);
                answers.Add(AnswerOf(answer));
            }

            Assert.True(await school.IsUntouchedAsync());
        }

        Assert.NotEmpty(asked);
        // 400 for somebody at least: not only because of who asks, or because the page is not there.
        Assert.Empty(asked.Where(endpoint => endpoint.Value.Contains("taken") || !endpoint.Value.Contains("no token")).Select(endpoint => $"{endpoint.Key}: {string.Join(", ", endpoint.Value)}"));
    }

    [Fact]
    public void Nothing_outside_schools_takes_a_POST_but_what_is_known_to() =>
        Assert.Equal(TakesNoForm, Endpoints().Where(endpoint => endpoint is { IsOfSchool: false, Method: "POST" }).Select(endpoint => endpoint.Path.Template).Where(path => !path.StartsWith("/dev/", StringComparison.Ordinal) && path is not ("/healthz" or "/readyz")));

    private static string AnswerOf(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.BadRequest => "no token",
        HttpStatusCode.SeeOther when answer.Headers.Location!.OriginalString.Split('?')[0].EndsWith("/sign-in", StringComparison.Ordinal) => "sign in",
        HttpStatusCode.NotFound or HttpStatusCode.Forbidden => "refused",
        HttpStatusCode.LengthRequired => "refused",
        _ => "taken",
    };

    private IEnumerable<EndpointCatalog> Posts() => Endpoints().Where(endpoint => endpoint is { IsOfSchool: true, Method: "POST" });

    private IReadOnlyList<EndpointCatalog> Endpoints() => EndpointCatalog.Of(portal.Services.GetRequiredService<EndpointDataSource>());
}
