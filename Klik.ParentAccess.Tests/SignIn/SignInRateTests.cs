using System.Net;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.SignIn;

public sealed class SignInRateTests
{
    [Fact]
    public void A_large_school_signs_in_at_once_behind_one_address_and_a_flood_does_not()
    {
        using var rate = new SignInRate();
        var school = IPAddress.Parse("192.0.2.1");

        var admitted = Enumerable.Range(0, 20_000).Count(_ => rate.Admits(school));

        Assert.InRange(admitted, 3_000, 10_000);
        Assert.True(rate.Admits(IPAddress.Parse("192.0.2.2")));
    }

    [Fact]
    public void The_addresses_of_one_household_count_as_one()
    {
        using var rate = new SignInRate(atOnce: 1, aSecond: 1);

        Assert.True(rate.Admits(IPAddress.Parse("2001:db8::1")));
        Assert.False(rate.Admits(IPAddress.Parse("2001:db8::2")));
        Assert.True(rate.Admits(IPAddress.Parse("2001:db8:0:1::1")));
        Assert.True(rate.Admits(null));
    }

    [Theory]
    [InlineData("GET", "/sign-in/google")]
    [InlineData("GET", "/sign-in/school")]
    [InlineData("POST", "/sign-in/google")]
    [InlineData("POST", "/a/sign-in/google")]
    public async Task Whoever_is_turned_away_is_told_to_wait_and_is_not_sent_on(string method, string path)
    {
        await using var portal = new RunningPortal { Configure = builder => builder.Services.AddSingleton(new SignInRate(atOnce: 1, aSecond: 1)) };
        await portal.InitializeAsync();
        var school = await portal.NewSchoolAsync();
        using var visitor = school.NewVisitor();
        using var first = await visitor.RequestAsync(HttpMethod.Get, "/sign-in/google");
        var page = await visitor.OpenAsync(path.StartsWith("/a/", StringComparison.Ordinal) ? "/a" : "/sign-in");

        using var answer = method == "GET" ? await visitor.RequestAsync(HttpMethod.Get, path) : await visitor.PressAsync(page, path);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter?.Delta);
        Assert.Contains("Wait a minute", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
