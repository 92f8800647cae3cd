using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.OwnAccounts;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.Letters;

/// <summary>
/// Where the link in a parent letter leads, and where its code is used (rules L2, L4 to L7). Who is signed in here uses it at once;
/// anybody else signs in first. A code comes in by POST alone (rule P2).
/// </summary>
internal static class LinkingEndpoints
{
    /// <summary>Where a parent with a letter goes on with an account at the school, relative to the school's base.</summary>
    public const string OwnPath = SchoolPaths.LetterSignIn + "/own";

    public static void MapLinking(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SchoolPaths.Letter, ShowAsync);
        routes.MapPost(SchoolPaths.Letter, LinkSignedInAsync);
        routes.MapPost(SchoolPaths.LetterSignIn + "/{provider}", SignIn).LimitSignIns();
        routes.MapPost(OwnPath, SignInAtSchoolAsync).AddEndpointFilter<OwnAccountsFilter>();
        routes.MapGet(SchoolPaths.LinkByLetter, AskAsync);
        routes.MapPost(SchoolPaths.LinkByLetter, LinkAsync);
    }

    private static async Task<IResult> ShowAsync(string? problem, SettingsOfParent settings, CheckOwnAccountSession check, PresentSession session, [AsParameters] LinkingScreen screen) =>
        await SignedInAsync(settings, check, session, screen) is { } parent
            ? screen.Ask(parent, new LinkForm())
            : screen.Choose(problem: SignInProblems.TryParse(problem, out var read) ? read : null);

    private static IResult SignIn(
        string provider,
        [FromForm(Name = LetterFields.Code)] string? code,
        [FromForm(Name = LetterFields.Choice)] string? choice,
        [FromForm(Name = SignInRoutes.SwitchField)] string? switchAccount,
        IParentSignInProviders providers, [AsParameters] LinkingScreen screen)
    {
        if (ChallengeEndpoint.Offered(provider, providers) is not { } offered)
        {
            return Answers.NotFound(screen.Pages, screen.Texts);
        }

        if (ActivationCode.TryParse(code, out var read) is { } problem)
        {
            return screen.Choose(code, problem);
        }

        var properties = ChallengeEndpoint.LeadingTo(screen.Context, SchoolPaths.LinkByLetter);
        properties.SetLetter(new PendingLetter(read.Text, choice == LetterFields.ExistingAccount));
        properties.SetProblemPath(SchoolPaths.Letter);
        if (switchAccount == SignInRoutes.Yes)
        {
            properties.AskToSwitch();
        }

        return ChallengeEndpoint.Challenge(offered, properties);
    }

    // Whoever registers gets in before the address is confirmed (rule L5), whatever the code: to look here whether a letter has it
    // would tell those who guess, past all throttles.
    private static async Task<IResult> SignInAtSchoolAsync(
        [FromForm(Name = LetterFields.Code)] string? code,
        [FromForm(Name = LetterFields.Choice)] string? choice,
        OwnAccountPages own, [AsParameters] LinkingScreen screen)
    {
        if (ActivationCode.TryParse(code, out var read) is { } problem)
        {
            return screen.Choose(code, problem);
        }

        var letter = new PendingLetter(read.Text, choice == LetterFields.ExistingAccount);
        var purpose = new OwnAccountPurpose(Next: SchoolPaths.LinkByLetter, MayEnterUnconfirmed: true, Letter: letter);
        return choice == LetterFields.NewAccount
            ? await own.RegisterAsync(screen.Context, purpose, RegisterForm.Empty)
            : await own.SignInAsync(screen.Context, purpose);
    }

    private static async Task<IResult> AskAsync(AccountOfIdentity accounts, FindOwnAccount ownAccounts, [AsParameters] LinkingScreen screen)
    {
        if (await ComeBackAsync(accounts, screen) is not { Pending.Letter: { } letter } parent)
        {
            return Answers.SeeOther(screen.Context, SchoolPaths.Letter);
        }

        // Who has just registered at the school has typed a name already.
        var own = parent is { IsNew: true, Pending.OwnAccount: { } session }
            ? await ownAccounts.ExecuteAsync(session.OwnAccountId, screen.Context.RequestAborted)
            : null;
        return screen.Ask(parent, new LinkForm { Code = letter.Code, DisplayName = own?.Name });
    }

    private static async Task<IResult> LinkAsync(IFormCollection form, AccountOfIdentity accounts, [AsParameters] LinkingScreen screen)
    {
        var typed = LinkForm.Read(form);
        return await ComeBackAsync(accounts, screen) is { } parent
            ? await screen.LinkAsync(parent, typed)
            : screen.Choose(typed.Code, problem: SignInProblem.Expired);
    }

    private static async Task<IResult> LinkSignedInAsync(
        IFormCollection form, SettingsOfParent settings, CheckOwnAccountSession check, PresentSession session, [AsParameters] LinkingScreen screen)
    {
        var typed = LinkForm.Read(form);
        return await SignedInAsync(settings, check, session, screen) is { } parent
            ? await screen.LinkAsync(parent, typed)
            : screen.Choose(typed.Code, problem: SignInProblem.SignedOut);
    }

    // Only who set out with a letter: nobody who signs in for anything else is led past their invitations.
    private static async Task<LinkingParent?> ComeBackAsync(AccountOfIdentity accounts, LinkingScreen screen) =>
        await screen.External.ReadAsync(screen.Context) is { Letter: not null } pending
            ? LinkingParent.ComeBack(pending, await accounts.ExecuteAsync(pending.Identity, screen.Context.RequestAborted))
            : null;

    // Whose session has outlived the access (rules I4, I7) or the own account signs in anew, as anybody else.
    private static async Task<LinkingParent?> SignedInAsync(
        SettingsOfParent settings, CheckOwnAccountSession check, PresentSession session, LinkingScreen screen)
    {
        var ending = screen.Context.RequestAborted;
        if (screen.People.Parent(screen.Context) is not { } parent
            || (screen.People.OwnAccount(screen.Context) is { } own && !await check.ExecuteAsync(own, ending)))
        {
            return null;
        }

        session.AskWithLinks();
        return await settings.ExecuteAsync(parent, ending) is { } known ? LinkingParent.SignedIn(parent, known.UserName) : null;
    }
}
