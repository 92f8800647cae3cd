using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Parents;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>The page on which a parent changes how to sign in with an own account.</summary>
internal sealed class OwnSignInSettings(
    FindOwnAccount find, IParentAccessStore store, OwnAccountPasskeys passkeys, OwnAccountPages own, IPeople people, IPages pages, ITexts texts)
{
    /// <summary>There is no such page for a parent who signs in elsewhere.</summary>
    public IResult NotFound() => Answers.NotFound(pages, texts);

    /// <summary>The page, with what is wrong.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, OwnSignInChange change, OwnAccountResult? problem)
    {
        if (people.OwnAccount(context) is not { } session || await find.ExecuteAsync(session.OwnAccountId, context.RequestAborted) is not { } account)
        {
            return NotFound();
        }

        var done = Enum.TryParse<OwnSignInChange>(context.Request.Query[ParentPaths.Saved], ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : OwnSignInChange.None;
        return pages.Show(PageView.Of<OwnSignInSettingsPage>(
            texts["How you sign in"],
            (nameof(OwnSignInSettingsPage.Paths), ParentPaths.Of(context)),
            (nameof(OwnSignInSettingsPage.Account), account),
            (nameof(OwnSignInSettingsPage.Change), change),
            (nameof(OwnSignInSettingsPage.Problem), problem),
            (nameof(OwnSignInSettingsPage.Done), problem is null ? done : OwnSignInChange.None),
            (nameof(OwnSignInSettingsPage.Question), await passkeys.AskForNewAsync(context, session.OwnAccountId, account.Address))) with
            {
                StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            });
    }

    /// <summary>After a change: the session goes on, and the others of the account have ended.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context, OwnSignInChange change, OwnAccountResult result)
    {
        switch (result)
        {
            case OwnAccountResult.SignedIn(_, var session) when await store.FindAccountAsync(people.Parent(context)!, context.RequestAborted) is { } account:
                await people.SignInParentAsync(context, account, session);
                return Answers.SeeOther(context, OwnAccountPaths.Settings + QueryString.Create(ParentPaths.Saved, change.ToString().ToLowerInvariant()));
            case OwnAccountResult.TooMany:
                return await own.GoOnAsync(context, result, OwnAccountPurpose.None) ?? NotFound();
            default:
                own.Note(result);
                return await ShowAsync(context, change, result);
        }
    }
}
