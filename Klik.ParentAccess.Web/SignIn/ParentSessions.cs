using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.OwnAccounts;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Turns what the rules decided about a parent into a session, or into the page for those without access.</summary>
internal sealed class ParentSessions(IPeople people, ExternalSession external)
{
    /// <param name="context">The request.</param>
    /// <param name="result">What was decided.</param>
    /// <param name="returnPath">A path that <see cref="LocalPath.IsForParents"/> is asked about; otherwise it is the overview.</param>
    public async Task<IResult> AnswerAsync(HttpContext context, SignInParentResult result, string? returnPath = null)
    {
        var pending = await external.ReadAsync(context);
        await external.ClearAsync(context);
        if (result is not SignInParentResult.SignedIn { Account: var account })
        {
            // Whoever asked to be somebody else is not left signed in as who was here before.
            await people.SignOutAsync(context);
            return pending switch
            {
                { Identity: { Provider: ExternalProvider.OwnAccount, IsAuthoritative: false } } => OwnAccountPages.LookInMail(context, MailKind.Confirm),
                { Identity.Provider: ExternalProvider.OwnAccount } => Answers.NoAccess(context, QueryString.Create(NoAccessPage.OwnAccountField, "")),
                _ => Answers.NoAccess(context),
            };
        }

        await people.SignInParentAsync(context, account, pending?.OwnAccount);
        return LocalPath.IsForParents(context, returnPath) ? new SeeOtherResult(returnPath) : Answers.SeeOther(context, SchoolPaths.Parents);
    }
}
