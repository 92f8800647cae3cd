using Klik.ParentAccess.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>A provider, a host that trusts it, and a browser.</summary>
internal sealed class SignInWorld : IAsyncDisposable
{
    private SignInWorld(AdjustableClock clock, LyingIdentityProvider provider, SignInHost host) =>
        (Clock, Provider, Host) = (clock, provider, host);

    public AdjustableClock Clock { get; }

    public LyingIdentityProvider Provider { get; }

    public SignInHost Host { get; }

    public TestBrowser Browser { get; } = new();

    public static async Task<SignInWorld> StartAsync(TokenPlan? next = null, Action<IServiceCollection>? configure = null)
    {
        var clock = new AdjustableClock();
        var provider = await LyingIdentityProvider.StartAsync(clock);
        provider.Next = next ?? new TokenPlan();
        return new SignInWorld(clock, provider, await SignInHost.StartAsync(provider, clock, configure));
    }

    /// <summary>The page that challenges at a provider.</summary>
    public string ChallengeAt(string scheme, string query = "") => $"{Host.Address}/challenge/{scheme}{query}";

    /// <summary>Goes to the provider and back, and says who has signed in; null if nobody.</summary>
    public async Task<WhoAmI?> SignInAsync(string scheme, TokenPlan? next = null)
    {
        Provider.Next = next ?? Provider.Next;
        await Browser.FollowAsync(ChallengeAt(scheme));
        return await Browser.WhoAmIAsync(Host);
    }

    /// <summary>The address with which the provider sends the person back, not opened yet.</summary>
    public async Task<string> GoToProviderAsync(string scheme = ParentSignInSchemes.Google, string query = "") =>
        await Browser.RedirectOfAsync(await Browser.RedirectOfAsync(ChallengeAt(scheme, query)));

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Host.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
