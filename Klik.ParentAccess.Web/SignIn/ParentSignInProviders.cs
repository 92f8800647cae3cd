using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Web.SignIn;

internal sealed class ParentSignInProviders(ProvidersSetUp setUp) : IParentSignInProviders
{
    public IReadOnlyList<ExternalProvider> Offered { get; } =
        [.. new[] { ExternalProvider.Microsoft, ExternalProvider.Google }.Where(provider => setUp.Has(ParentSignInSchemes.Of(provider)))];

    public bool OffersSchoolSignIn { get; } = setUp.Has(ParentSignInSchemes.School);

    public string? ProblemOf(ExternalProvider provider) => setUp.ProblemOf(ParentSignInSchemes.Of(provider));
}
