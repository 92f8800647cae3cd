using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>The smallest host that signs people in: the schemes, a cookie, a page to begin at and one that says who came back.</summary>
internal sealed class SignInHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SignInHost(WebApplication app, CapturedLog log) => (_app, Log) = (app, log);

    public string Address => _app.Urls.First();

    public CapturedLog Log { get; }

    public static async Task<SignInHost> StartAsync(LyingIdentityProvider provider, TimeProvider? clock = null, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(provider.Settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication("external").AddCookie("external").AddParentSignIn(
            builder.Configuration, options => options.SignInScheme = "external");
        configure?.Invoke(builder.Services);
        var log = new CapturedLog();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);

        var app = builder.Build();
        app.UseAuthentication();
        app.MapGet("/challenge/{scheme}", Challenge);
        app.MapGet("/whoami", (Delegate)WhoAmIAsync);
        app.MapGet("/{**path}", (HttpRequest request) => Results.Text("page"));
        await app.StartAsync();
        return new SignInHost(app, log);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Challenge(string scheme, HttpRequest request)
    {
        var properties = new AuthenticationProperties { RedirectUri = "/whoami" };
        if (request.Query["base"] is [{ } schoolBase])
        {
            properties.SetSchoolBase(schoolBase);
        }

        if (request.Query["problemPath"] is [{ } problemPath])
        {
            properties.SetProblemPath(problemPath);
        }

        if (request.Query["invitation"] is [{ } invitation])
        {
            properties.SetInvitation(invitation);
        }

        if (request.Query.ContainsKey("switch"))
        {
            properties.AskToSwitch();
        }

        return Results.Challenge(properties, [scheme]);
    }

    private static async Task<IResult> WhoAmIAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync("external");
        if (!result.Succeeded)
        {
            return Results.Unauthorized();
        }

        var parent = result.Principal.ToExternalIdentity();
        var school = result.Principal.ToSchoolIdentity();
        return Results.Json(new WhoAmI(
            parent?.Provider.ToString() ?? (school is null ? null : "School"),
            parent?.Issuer ?? school?.Issuer,
            parent?.Subject ?? school?.Subject,
            parent?.Address?.Value,
            parent?.IsAuthoritative ?? false,
            school?.PreferredUserName,
            school?.Email,
            result.Properties.GetInvitation(),
            [.. result.Principal.Claims.Select(claim => claim.Type)],
            [.. result.Properties.Items.Keys]));
    }
}
