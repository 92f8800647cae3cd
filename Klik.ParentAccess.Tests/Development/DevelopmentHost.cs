using Klik.ParentAccess.Development.IdentityProvider;
using Klik.ParentAccess.Tests.SignIn;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.Development;

/// <summary>A host with the development identity provider inside, on a port that nobody chose, with schools below the root.</summary>
internal sealed class DevelopmentHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DevelopmentHost(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public AdjustableClock Clock { get; private init; } = new();

    public IServiceProvider Services => _app.Services;

    public static async Task<DevelopmentHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var clock = new AdjustableClock();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IDevelopmentPersonas, TwoPersonas>();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddDevelopmentIdentityProvider();
        builder.Services.AddAuthentication("external").AddCookie("external", options => options.Cookie.Path = "/").AddParentSignIn(
            builder.Configuration,
            options => (options.SignInScheme, options.CallbackPathBase) = ("external", ""));

        var app = builder.Build();
        app.UsePathBase("/demo");
        app.UseRouting();
        app.UseAuthentication();
        app.MapDevelopmentIdentityProvider();
        app.MapGet("/challenge/{scheme}", (string scheme, HttpRequest request) =>
        {
            var properties = new AuthenticationProperties { RedirectUri = "/demo/whoami" };
            properties.SetSchoolBase(request.PathBase);
            return Results.Challenge(properties, [scheme]);
        });
        app.MapGet("/whoami", (Delegate)WhoAmIAsync);
        app.MapGet("/sign-in", () => Results.Text("page"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new DevelopmentHost(app) { Clock = clock };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<IResult> WhoAmIAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync("external");
        return result.Succeeded
            ? Results.Text(string.Join('\n', result.Principal.Claims.Select(claim => $"{claim.Type}={claim.Value}")))
            : Results.Unauthorized();
    }

    private sealed class TwoPersonas : IDevelopmentPersonas
    {
        public ValueTask<IReadOnlyList<DevelopmentPersona>> ListAsync(CancellationToken cancellationToken) => new(
        [
            new DevelopmentPersona("Sanne de Wit", "s1001", "student"),
            new DevelopmentPersona("Beheer <demo>", "admin", "administrator"),
        ]);
    }
}
