using System.Net;
using Klik.ParentAccess.Module.Tests.Host;

namespace Klik.ParentAccess.Module.Tests.Hardening;

/// <summary>Every endpoint of the module that takes a POST, without a form's token.</summary>
public sealed class SiteAntiforgeryTests(RunningHost host)
{
    // No cookie counts there: a program sends a token of its own in a header, which no page of another site can.
    private const string Programs = "/api/parent-access/import";

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Every_endpoint_refuses_a_POST_without_a_token_from_those_whom_it_lets_in()
    {
        using var endpoints = await OwnEndpoints.FindAsync(host);
        var wrong = new List<string>();

        foreach (var endpoint in endpoints.All.Where(endpoint => endpoint.Method == "POST" && !endpoint.Address.StartsWith("/sign-in/own", StringComparison.Ordinal) && endpoint.Address != "/a/sign-in/own"))
        {
            var answers = new List<HttpStatusCode>();
            foreach (var person in endpoints.People)
            {
                using var answer = await endpoints.AskAsync(host, endpoint, person);
                answers.Add(answer.StatusCode);
            }

            var isForPrograms = endpoint.Address == Programs;
            if (isForPrograms ? answers.Any(answer => answer != HttpStatusCode.Unauthorized) : answers.Any(IsTaken) || !answers.Contains(HttpStatusCode.BadRequest))
            {
                wrong.Add($"{endpoint}: {string.Join(", ", answers)}");
            }
        }

        Assert.Empty(wrong);
    }

    private static bool IsTaken(HttpStatusCode answer) => answer is not (HttpStatusCode.BadRequest or HttpStatusCode.Found or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.LengthRequired);
}
