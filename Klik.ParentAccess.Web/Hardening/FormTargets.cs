using Klik.ParentAccess.Web.SignIn;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.Hardening;

/// <summary>
/// Where forms may lead: to the school's own pages, and from there to the parents' providers. Chromium holds a redirect after a form
/// against <c>form-action</c> too, so that these must be named.
/// </summary>
internal sealed class FormTargets(IParentSignInProviders providers, IOptionsMonitor<OpenIdConnectCodeOptions> options)
{
    private const string MicrosoftHost = "login.microsoftonline.com";

    // Where Microsoft sends personal accounts on to.
    private const string MicrosoftPersonal = "https://login.live.com";

    // Read at the first request: a developer's provider is known when the server listens.
    private readonly Lazy<string> _directive = new(() => string.Join(' ', new[] { "form-action 'self'" }.Concat(
        providers.Offered.Select(provider => options.Get(ParentSignInSchemes.Of(provider)).Authority).SelectMany(OriginsOf).Distinct())));

    /// <summary>The directive of a content security policy.</summary>
    public string Directive => _directive.Value;

    private static IEnumerable<string> OriginsOf(string authority)
    {
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address))
        {
            yield break;
        }

        yield return address.GetLeftPart(UriPartial.Authority);
        if (address.Host == MicrosoftHost)
        {
            yield return MicrosoftPersonal;
        }
    }
}
