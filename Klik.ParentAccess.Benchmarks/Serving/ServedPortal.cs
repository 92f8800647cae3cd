using System.Globalization;
using System.Security.Claims;
using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.SignIn;
using Klik.Portal.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Benchmarks.Serving;

/// <summary>The portal as it is, and beside it what the measuring needs: sessions without a provider, and a constant page.</summary>
internal static class ServedPortal
{
    /// <summary>The first argument of such a process; the others are those of the database.</summary>
    public const string Command = "serve";

    /// <summary>Gives a session of a parent.</summary>
    public const string SignIn = "/benchmark/session/";

    /// <summary>Gives what a provider's answer gives.</summary>
    public const string External = "/benchmark/external/";

    /// <summary>A constant page of so many bytes.</summary>
    public const string Constant = "/benchmark/constant/";

    /// <summary>Serves until the input ends.</summary>
    public static async Task RunAsync(BenchmarkDatabase database)
    {
        await using var portal = await database.BuildPortalAsync("--urls=http://127.0.0.1:0");
        var group = portal.MapGroup("").WithMetadata(SchoolEndpointMetadata.Instance);
        group.MapGet(SignIn + "{parent:int}", (int parent, HttpContext context) =>
            PortalPeople.SignInAsync(context, new PortalSession(SeededDatabase.School.Id, PortalRole.Parent, SeededRows.AccountId(parent), "nl")));
        group.MapGet(External + "{parent:int}", (int parent, HttpContext context) => SignInExternallyAsync(context, parent));
        var pages = new Dictionary<int, byte[]>();
        group.MapGet(Constant + "{bytes:int}", (int bytes) => Results.Bytes(PageOf(pages, bytes), "text/html; charset=utf-8"));
        await portal.StartAsync();
        await Console.Out.WriteLineAsync($"{portal.Urls.First()}/{SeededDatabase.School.Id}");
        await Console.In.ReadToEndAsync();
        await portal.StopAsync();
    }

    private static Task SignInExternallyAsync(HttpContext context, int parent)
    {
        Claim[] claims =
        [
            new(SignInClaims.Provider, SignInClaims.Providers.Google),
            new(SignInClaims.Issuer, SeededRows.Issuer),
            new(SignInClaims.Subject, SeededRows.Subject(parent)),
            new(SignInClaims.Address, string.Create(CultureInfo.InvariantCulture, $"parent-{parent}@gmail.com")),
            new(SignInClaims.IsAuthoritative, "true"),
        ];
        var properties = new AuthenticationProperties();
        properties.SetSchoolBase(context.Request.PathBase.Value!);
        return context.SignInAsync(PortalSchemes.External, new ClaimsPrincipal(new ClaimsIdentity(claims, PortalSchemes.External)), properties);
    }

    private static byte[] PageOf(Dictionary<int, byte[]> pages, int bytes)
    {
        lock (pages)
        {
            return pages.TryGetValue(bytes, out var page) ? page : pages[bytes] = new byte[bytes];
        }
    }
}
