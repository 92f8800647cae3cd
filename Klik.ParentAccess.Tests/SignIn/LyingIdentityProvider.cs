using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>
/// Google, Microsoft and a school's provider on a loopback port, which issue whatever <see cref="Next"/> says. Codes are
/// honest: used once, bound to client, redirect address and code challenge.
/// </summary>
public sealed class LyingIdentityProvider : IAsyncDisposable
{
    public const string ClientId = "klik-client";

    /// <summary>The parameter of the authorization request that names one of <see cref="Plans"/>.</summary>
    public const string PlanParameter = "plan";

    public const string ClientSecret = "klik-secret-of-at-least-32-characters";

    private readonly ConcurrentDictionary<string, LyingCode> _codes = new();
    private readonly LyingKeys _keys = new();
    private readonly TimeProvider _clock;
    private readonly WebApplication _app;
    private int _keySetFetches;
    private int _discoveries;

    private LyingIdentityProvider(TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        MapProvider("/google", "/google", "/google");
        MapProvider("/microsoft", "/microsoft/common/v2.0", "/microsoft/{tenantid}/v2.0");
        MapProvider("/school", "/school", "/school");
    }

    /// <summary>What is issued from now on.</summary>
    public TokenPlan Next { get; set; } = new();

    /// <summary>What is issued to a browser that names a plan of its own (<see cref="PlanParameter"/>), so that tests that run
    /// beside each other do not mix.</summary>
    public ConcurrentDictionary<string, TokenPlan> Plans { get; } = new();

    /// <summary>The parameters of the last authorization request of each plan.</summary>
    public ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Asked { get; } = new();

    /// <summary>What the discovery documents say instead of the issuer, where set.</summary>
    public string? DocumentIssuer { get; set; }

    /// <summary>Whether the discovery documents can be had.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether the discovery documents are promised and never come.</summary>
    public bool IsHanging { get; set; }

    /// <summary>How often a key set was fetched.</summary>
    public int KeySetFetches => _keySetFetches;

    /// <summary>How often a discovery document was fetched.</summary>
    public int Discoveries => _discoveries;

    /// <summary>The parameters of the last authorization request.</summary>
    public IReadOnlyDictionary<string, string> LastAuthorization { get; private set; } = new Dictionary<string, string>();

    /// <summary>The root of all three providers, without a slash at the end.</summary>
    public string Address => _app.Urls.First();

    /// <summary>The settings with which a portal signs in here.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["ParentAccess:Providers:Google:Authority"] = $"{Address}/google",
        ["ParentAccess:Providers:Google:ClientId"] = ClientId,
        ["ParentAccess:Providers:Google:ClientSecret"] = ClientSecret,
        ["ParentAccess:Providers:Microsoft:Authority"] = $"{Address}/microsoft/common/v2.0",
        ["ParentAccess:Providers:Microsoft:ClientId"] = ClientId,
        ["ParentAccess:Providers:Microsoft:ClientSecret"] = ClientSecret,
        ["ParentAccess:StudentSignIn:Authority"] = $"{Address}/school",
        ["ParentAccess:StudentSignIn:ClientId"] = ClientId,
        ["ParentAccess:StudentSignIn:ClientSecret"] = ClientSecret,
    };

    public static async Task<LyingIdentityProvider> StartAsync(TimeProvider? clock = null)
    {
        var provider = new LyingIdentityProvider(clock ?? TimeProvider.System);
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>Signs with a new key from now on.</summary>
    public void RotateKeys(string kid) => _keys.Rotate(kid);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _keys.Dispose();
    }

    private void MapProvider(string root, string authority, string issuer)
    {
        _app.MapGet($"{authority}/.well-known/openid-configuration", async (HttpContext context) =>
        {
            Interlocked.Increment(ref _discoveries);
            await Task.Delay(IsHanging ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, context.RequestAborted);
            return IsDown ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Json(new
            {
                issuer = DocumentIssuer ?? Address + issuer,
                authorization_endpoint = $"{Address}{root}/authorize?kept=yes",
                token_endpoint = $"{Address}{root}/token",
                jwks_uri = $"{Address}{root}/keys",
            });
        });
        _app.MapGet($"{root}/keys", () =>
        {
            Interlocked.Increment(ref _keySetFetches);
            return Results.Json(_keys.KeySet(IssuerOf("/microsoft/{tenantid}/v2.0", "00000000-0000-0000-0000-00000000000a")));
        });
        _app.MapGet($"{root}/authorize", Authorize);
        _app.MapPost($"{root}/token", (HttpRequest request) => TokenAsync(request, issuer));
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        LastAuthorization = asked;
        if (asked.TryGetValue(PlanParameter, out var asker))
        {
            Asked[asker] = asked;
        }

        var plan = asked.TryGetValue(PlanParameter, out var name) ? Plans[name] : Next;
        var redirectUri = asked["redirect_uri"];
        var answer = new Dictionary<string, string?> { ["state"] = asked["state"] };
        if (plan.AuthorizeError is { } error)
        {
            answer["error"] = error;
            answer["error_description"] = "jan.de.vries@example.nl did not agree";
        }
        else
        {
            var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
            _codes[code] = new LyingCode(
                asked["client_id"], redirectUri, asked["code_challenge"], asked.GetValueOrDefault("nonce"), plan);
            answer["code"] = code;
        }

        return Results.Redirect(QueryHelpers.AddQueryString(redirectUri, answer));
    }

    private async Task<IResult> TokenAsync(HttpRequest request, string issuer)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var verifierHash = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!_codes.TryRemove(form["code"].ToString(), out var code)
            || code.CodeChallenge != verifierHash
            || code.RedirectUri != form["redirect_uri"]
            || code.ClientId != form["client_id"]
            || form["client_secret"] != ClientSecret)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        switch (code.Plan.TokenEndpoint)
        {
            case TokenEndpointPlan.Fails:
                return Results.Text("<h1>Oops</h1>", "text/html", statusCode: StatusCodes.Status500InternalServerError);
            case TokenEndpointPlan.LeavesOutTheIdToken:
                return Results.Json(new { access_token = "unused", token_type = "Bearer" });
            case TokenEndpointPlan.SendsGarbage:
                return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = "a.b.c" });
            case TokenEndpointPlan.Hangs:
                await Task.Delay(Timeout.InfiniteTimeSpan, request.HttpContext.RequestAborted);
                return Results.Empty;
            default:
                return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = Token(code, issuer) });
        }
    }

    private string Token(LyingCode code, string issuer)
    {
        var plan = code.Plan;
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = plan.Issuer ?? IssuerOf(issuer, plan.Claims.GetValueOrDefault("tid")?.ToString()),
            ["aud"] = plan.Audiences.Count switch { 0 => code.ClientId, 1 => plan.Audiences[0], _ => plan.Audiences },
            ["sub"] = plan.Subject,
            ["nonce"] = plan.Nonce ?? code.Nonce,
            ["iat"] = Seconds(plan.IssuedIn),
            ["nbf"] = Seconds(plan.NotBeforeIn),
            ["exp"] = Seconds(plan.ExpiresIn),
        };
        foreach (var (name, value) in plan.Claims)
        {
            claims[name] = value;
        }

        var payload = JsonSerializer.Serialize(claims.Where(claim => claim.Value is not null).ToDictionary());
        return _keys.Write("{" + plan.RawPayloadStart + payload[1..], plan.Signing, ClientSecret, plan.Header);
    }

    private string IssuerOf(string path, string? tenant) => Address + path.Replace("{tenantid}", tenant, StringComparison.Ordinal);

    private long Seconds(TimeSpan fromNow) => (_clock.GetUtcNow() + fromNow).ToUnixTimeSeconds();
}
