using System.Diagnostics;
using System.Net;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>2,000 sign-ins with ID tokens whose claims are broken or hostile.</summary>
[Collection(BadInputGroup.Name)]
public sealed class BadTokenTests(RunningPortal portal)
{
    private const int Cases = 2_000;

    private static readonly string[] Claims = ["email", "email_verified", "hd", "tid", "xms_edov", "preferred_username", "sub", "iss", "aud", "nonce", "exp", "nbf", "iat", "azp", "acr", "name", "locale"];

    [Fact]
    [Trait("Rule", "P1")]
    public async Task No_token_however_broken_is_answered_with_an_error_of_ours_or_lets_anybody_in()
    {
        var school = await portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        await student.InvitesAsync("Jan", "jan@example.nl");
        var wrong = new List<string>();
        for (var number = 0; number < Cases; number++)
        {
            var plan = PlanOf(new Dice(number));
            using var visitor = school.NewVisitor();
            visitor.Plan = plan;
            var started = Stopwatch.GetTimestamp();
            var page = await visitor.SignInAsParentAsync(number % 2 == 0 ? "google" : "microsoft");
            var took = Stopwatch.GetElapsedTime(started);
            if ((int)page.Status >= 500 || page.Path == "/parents" || took > TimeSpan.FromSeconds(4))
            {
                wrong.Add($"case {number}: {page.Status} at {page.Path} after {took.TotalSeconds:F1} s for {plan}");
            }

            // A sign-in has four requests of the portal, and each may take a second.
            if (page.Status == HttpStatusCode.TooManyRequests)
            {
                wrong.Add($"case {number} was not tried: {page.Text}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong.Take(10)));
    }

    private static TokenPlan PlanOf(Dice dice)
    {
        var spoiler = new Spoiler(dice);
        var plan = TokenPlan.Google("jan@gmail.com") with { Subject = $"subject-{dice.Below(1_000_000)}" };
        for (var i = 1 + dice.Below(3); i > 0; i--)
        {
            plan = plan.With(dice.OneOf(Claims), ValueOf(dice, spoiler));
        }

        return dice.Below(10) switch
        {
            0 => plan with { Header = new Dictionary<string, object?> { [dice.OneOf((string[])["alg", "kid", "typ", "jku", "x5u", "crit", "jwk", "zip"])] = ValueOf(dice, spoiler) } },
            1 => plan with { RawPayloadStart = $"\"{dice.OneOf(Claims)}\":\"jan@example.nl\"," },
            2 => plan with { Signing = dice.OneOf(Enum.GetValues<SigningPlan>()) },
            3 => plan with { AuthorizeError = spoiler.Value() },
            _ => plan,
        };
    }

    private static object? ValueOf(Dice dice, Spoiler spoiler) => dice.Below(8) switch
    {
        0 => null,
        1 => dice.Below(2) == 0,
        2 => (long)dice.Below(int.MaxValue) * 1_000_000_000,
        3 => new[] { spoiler.Value(), spoiler.Value() },
        4 => new Dictionary<string, object?> { ["a"] = spoiler.Value() },
        5 => -1.5e300,
        _ => spoiler.Spoil("jan@example.nl"),
    };
}
