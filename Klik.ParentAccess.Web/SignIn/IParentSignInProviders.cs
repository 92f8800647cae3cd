using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Which ways to sign in are set up, and so can be offered.</summary>
public interface IParentSignInProviders
{
    /// <summary>The providers that parents can choose from, in the order to show them.</summary>
    IReadOnlyList<ExternalProvider> Offered { get; }

    /// <summary>What is wrong with a provider that was left out for it, in one sentence for whoever set it up; null where nothing is.</summary>
    string? ProblemOf(ExternalProvider provider);

    /// <summary>Whether students and staff can sign in at the school's own provider.</summary>
    bool OffersSchoolSignIn { get; }
}
