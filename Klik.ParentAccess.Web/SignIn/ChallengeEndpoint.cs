using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Invitations;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Sends somebody to a provider; an invitation's secret goes along in the protected state (rules P2, P3).</summary>
internal static class ChallengeEndpoint
{
    public static IResult Get(
        string provider,
        [FromQuery(Name = Answers.ReturnField)] string? returnPath,
        HttpContext context, IParentSignInProviders providers, IPages pages, ITexts texts) =>
        Offered(provider, providers) is { } offered
            ? Challenge(offered, Properties(context, returnPath))
            : Answers.NotFound(pages, texts);

    public static IResult Post(
        string provider,
        [FromForm(Name = Answers.ReturnField)] string? returnPath,
        [FromForm(Name = SignInRoutes.TokenField)] string? token,
        [FromForm(Name = SignInRoutes.SwitchField)] string? switchAccount,
        HttpContext context, IParentSignInProviders providers, PersonalData personalData, IPages pages, ITexts texts)
    {
        if (Offered(provider, providers) is not { } offered)
        {
            return Answers.NotFound(pages, texts);
        }

        var properties = Properties(context, returnPath);
        if (token is not null)
        {
            // Whether it was made here is known without asking the store; a link that was cut off is told at once.
            if (!InvitationToken.TryRead(token, personalData, out var read))
            {
                return InvitationPages.Wrong(pages, texts, token);
            }

            properties.SetInvitation(read.Text);
            properties.SetProblemPath(SchoolPaths.Invitation);
        }

        if (switchAccount == SignInRoutes.Yes)
        {
            properties.AskToSwitch();
        }

        return Challenge(offered, properties);
    }

    /// <summary>The provider that an address names, if it is offered here.</summary>
    public static ExternalProvider? Offered(string word, IParentSignInProviders providers) =>
        SignInRoutes.Read(word) is { } provider && providers.Offered.Contains(provider) ? provider : null;

    /// <summary>What goes along to the provider, for somebody who comes back to a page of this school.</summary>
    public static AuthenticationProperties LeadingTo(HttpContext context, string path)
    {
        var properties = new AuthenticationProperties { RedirectUri = SchoolPaths.At(context, path) };
        properties.SetSchoolBase(ExternalSession.BaseOf(context));
        return properties;
    }

    /// <summary>Sends somebody to a provider.</summary>
    public static IResult Challenge(ExternalProvider provider, AuthenticationProperties properties) =>
        Results.Challenge(properties, [ParentSignInSchemes.Of(provider)]);

    private static AuthenticationProperties Properties(HttpContext context, string? returnPath)
    {
        var query = LocalPath.IsForParents(context, returnPath) ? QueryString.Create(Answers.ReturnField, returnPath) : QueryString.Empty;
        return LeadingTo(context, SchoolPaths.SignInComplete + query);
    }
}
