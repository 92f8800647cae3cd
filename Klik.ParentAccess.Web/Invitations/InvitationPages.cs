using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Invitations;

/// <summary>The states of the page that an invitation's link leads to.</summary>
internal static class InvitationPages
{
    /// <summary>The page as the link opens it; a secret is not in the request (rule P2).</summary>
    public static IResult First(IPages pages, ITexts texts, SignInProblem? problem) =>
        pages.Show(Page(texts, (nameof(InvitationPage.Problem), problem)));

    /// <summary>What was pasted is not a link from a mail of this school.</summary>
    public static IResult Wrong(IPages pages, ITexts texts, string typed) =>
        pages.Show(Page(texts, (nameof(InvitationPage.Token), typed), (nameof(InvitationPage.IsWrong), true)) with
        {
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        });

    /// <summary>Nobody is signed in at a provider any more, but the secret is still there.</summary>
    public static IResult Again(IPages pages, ITexts texts, string token) =>
        pages.Show(Page(texts, (nameof(InvitationPage.Token), token), (nameof(InvitationPage.Problem), SignInProblem.Expired)));

    private static PageView Page(ITexts texts, params ReadOnlySpan<(string, object?)> parameters) =>
        PageView.Of<InvitationPage>(texts["Invitation"], parameters);
}
