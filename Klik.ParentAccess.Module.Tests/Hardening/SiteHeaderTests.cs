using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Hardening;

namespace Klik.ParentAccess.Module.Tests.Hardening;

/// <summary>What every endpoint of the module tells a browser in an Orchard site, whoever asks and whatever the answer.</summary>
public sealed class SiteHeaderTests(RunningHost host)
{
    [Fact]
    [Trait("Rule", "P2")]
    public async Task Every_answer_of_every_endpoint_has_the_headers()
    {
        using var endpoints = await OwnEndpoints.FindAsync(host);
        var problems = new List<string>();

        foreach (var person in endpoints.People)
        {
            foreach (var endpoint in endpoints.All)
            {
                using var answer = await endpoints.AskAsync(host, endpoint, person);
                problems.AddRange(await HeaderCheck.ProblemsAsync(answer, $"{person} {endpoint}", isStrict: false));
            }
        }

        Assert.Empty(problems);
    }

    [Fact]
    public async Task The_endpoints_are_those_of_all_features()
    {
        using var endpoints = await OwnEndpoints.FindAsync(host);
        var templates = endpoints.All.Select(endpoint => endpoint.Path.Template).ToHashSet();

        Assert.Superset(new HashSet<string>(["/profile/parents", "/parents", "/a", "/accent.css", "/Admin/ParentAccess/Import", "/api/parent-access/import"]), templates);
        Assert.DoesNotContain("/Login", templates);
    }

    [Theory]
    [InlineData("/Login")]
    [InlineData("/sign-in")]
    [InlineData("/Klik.ParentAccess/parent-access.css")]
    [InlineData("/nothing-here")]
    public async Task The_host_does_not_say_what_it_runs_on(string path)
    {
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri(host.Address + path), TestContext.Current.CancellationToken);

        Assert.False(answer.Headers.Contains("X-Powered-By"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_rest_of_the_site_is_left_to_itself()
    {
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri($"{host.Address}/Login"), TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.False(answer.Headers.Contains("Content-Security-Policy"));
    }
}
