using Klik.ParentAccess.Tests.Matrix;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Web.Hardening;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Hardening;

/// <summary>What every endpoint of the portal tells a browser, whoever asks and whatever the answer.</summary>
public sealed class HeaderTests(RunningPortal portal)
{
    [Theory]
    [InlineData(Role.Anonymous)]
    [InlineData(Role.Student)]
    [InlineData(Role.Parent)]
    [InlineData(Role.Administrator)]
    [Trait("Rule", "P2")]
    public async Task Every_answer_of_every_endpoint_has_the_headers_and_no_page_has_script_or_style_inside(Role role)
    {
        await using var school = await MatrixSchool.CreateAsync(new MatrixPeople(await portal.NewSchoolAsync()), role);
        var problems = new List<string>();

        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.IsOfSchool))
        {
            using var answer = await school.AskAsync(endpoint.Method, endpoint.AddressIn(school), withFormToken: false);
            problems.AddRange(await HeaderCheck.ProblemsAsync(answer, endpoint.ToString(), isStrict: true));
        }

        Assert.Empty(problems);
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task So_has_what_is_outside_schools_and_what_no_endpoint_answers()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(portal.Address) };
        var asked = Endpoints()
            .Where(endpoint => !endpoint.IsOfSchool && !endpoint.Path.Template.StartsWith("/dev/", StringComparison.Ordinal))
            .Select(endpoint => (endpoint.Method, endpoint.Path.Template))
            .Concat([("GET", "/"), ("GET", "/sign-in"), ("GET", "/nowhere"), ("GET", "/signin-google"), ("POST", "/signin-microsoft"), ("TRACE", "/"), ("DELETE", "/nowhere/parents")]);
        var problems = new List<string>();

        foreach (var (method, path) in asked)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            problems.AddRange(await HeaderCheck.ProblemsAsync(answer, $"{method} {path}", isStrict: true));
        }

        Assert.Empty(problems);
    }

    [Fact]
    public async Task Style_and_script_may_be_kept_and_are_what_they_say()
    {
        using var client = new HttpClient();

        foreach (var (file, type) in new[] { ("parent-access.css", "text/css"), ("parent-access.js", "text/javascript"), ("parent-access-work.js", "text/javascript") })
        {
            using var answer = await client.GetAsync(new Uri($"{portal.Address}/_content/Klik.ParentAccess.Web/{file}?v=1"), TestContext.Current.CancellationToken);

            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
            Assert.True(answer.Headers.CacheControl?.Public);
            Assert.Empty(await HeaderCheck.ProblemsAsync(answer, file, isStrict: true));
        }
    }

    [Fact]
    public async Task Forms_lead_to_the_school_and_the_providers_that_are_set_up_and_nowhere_else()
    {
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri(portal.Address), TestContext.Current.CancellationToken);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains($"; form-action 'self' {new Uri(portal.Provider.Address).GetLeftPart(UriPartial.Authority)};", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_with_something_inside_is_noticed()
    {
        Assert.NotEmpty(await HeaderCheck.InsideAsync("<p style='color:red'>x</p>"));
        Assert.NotEmpty(await HeaderCheck.InsideAsync("<script>1</script>"));
        Assert.NotEmpty(await HeaderCheck.InsideAsync("<a href='javascript:1'>x</a>"));
        Assert.Empty(await HeaderCheck.InsideAsync("<p>x</p>"));
        Assert.Contains("script-src 'self'", PageHeaders.StrictSources, StringComparison.Ordinal);
    }

    private IReadOnlyList<EndpointCatalog> Endpoints() => EndpointCatalog.Of(portal.Services.GetRequiredService<EndpointDataSource>());
}
