using Klik.ParentAccess.Core.Accounts;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.SignIn;

internal sealed class ParentSignInProviders(IOptionsMonitor<ExternalProviderOptions> options) : IParentSignInProviders
{
    public IReadOnlyList<ExternalProvider> Offered { get; } =
        [.. new[] { ExternalProvider.Microsoft, ExternalProvider.Google }.Where(provider => options.Get(ParentSignInSchemes.Of(provider)).IsOffered)];

    public bool OffersSchoolSignIn { get; } = options.Get(ParentSignInSchemes.School).IsOffered;
}
