using System.Diagnostics.CodeAnalysis;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Klik.Portal.Sessions;

/// <summary>
/// Keeps the sessions at the server: one begins when somebody signs in, and is over for every copy of its cookie when they sign out. It
/// ends some days after its beginning, however often it is used: then somebody shows once more who they are. Whether it has ended before
/// is asked by the pages (<see cref="PresentSession"/>), not here: then reading a cookie costs no statement.
/// </summary>
internal sealed class SessionEvents(PresentSession present, Lazy<IParentAccessStore> store, IStoreFaults faults, TimeProvider time) : CookieAuthenticationEvents
{
    /// <summary>How long it lasts when it is not used.</summary>
    public static readonly TimeSpan LongestUnused = TimeSpan.FromHours(12);

    private const string SecretItem = "klik:session";

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var now = time.GetUtcNow();
        var secret = SessionSecret.New();
        context.Properties.SetBeginning(now);
        context.Properties.SetString(SecretItem, secret.Text);
        var account = PortalSession.Read(context.Principal!) is { Role: PortalRole.Parent, Id: var id } ? id : null;
        await ChangeAsync(context.HttpContext, async (sessions, cancel) =>
        {
            if (present.Hash is { } former)
            {
                await sessions.EndAsync(former, cancel);
            }

            await sessions.AddAsync(new Session(secret.Hash, account, now, now + LongestUnused), cancel);
            return true;
        });
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        // Whoever was found signed out already has nothing left to end.
        if (present is { HasEnded: false, Hash: { } hash })
        {
            await ChangeAsync(context.HttpContext, async (sessions, cancel) =>
            {
                await sessions.EndAsync(hash, cancel);
                return true;
            });
        }
    }

    /// <summary>The one time in hours of use at which something is written.</summary>
    public override async Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        if (!context.ShouldRenew || !TryRead(context.Properties, out var since, out var secret))
        {
            return;
        }

        var now = time.GetUtcNow();
        var endsAt = now + LongestUnused < since + SessionBeginning.Longest ? now + LongestUnused : since + SessionBeginning.Longest;
        try
        {
            context.ShouldRenew = await ChangeAsync(context.HttpContext, (sessions, cancel) => sessions.TryProlongAsync(secret.Hash, endsAt, cancel));
        }
        catch (Exception problem) when (faults.FaultOf(problem) is not null)
        {
            // The next request tries again; who only reads need not notice that nothing can be written just now.
            context.ShouldRenew = false;
        }
    }

    public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!TryRead(context.Properties, out var since, out var secret) || since + SessionBeginning.Longest <= time.GetUtcNow())
        {
            context.RejectPrincipal();
        }
        else
        {
            present.Set(secret.Hash);
        }

        return Task.CompletedTask;
    }

    private static bool TryRead(AuthenticationProperties properties, out DateTimeOffset since, [NotNullWhen(true)] out SessionSecret? secret)
    {
        secret = properties.GetString(SecretItem) is { Length: > 0 } text ? new SessionSecret(text) : null;
        since = properties.Beginning() ?? DateTimeOffset.MinValue;
        return secret is not null;
    }

    private async Task<bool> ChangeAsync(HttpContext context, Func<ISessionStore, CancellationToken, Task<bool>> change)
    {
        await using var work = await store.Value.BeginAsync(context.RequestAborted);
        var done = await change(work.Sessions, context.RequestAborted);
        await work.CommitAsync(context.RequestAborted);
        return done;
    }
}
