using System.Globalization;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>The pages of own accounts, each in its states.</summary>
internal sealed class OwnAccountPages(
    OwnAccountPasskeys passkeys, OwnAccountPurposes purposes, ExternalSession external, IPages pages, ITexts texts, TimeProvider time,
    ILogger<OwnAccountPages> logger)
{
    /// <summary>Tells to look in the mail.</summary>
    public static IResult LookInMail(HttpContext context, MailKind kind) =>
        Answers.SeeOther(context, OwnAccountPaths.Mail + QueryString.Create(OwnAccountPaths.KindParameter, kind.ToString().ToLowerInvariant()));

    /// <summary>Goes on with somebody who has signed in, or says that there is too much of it.</summary>
    /// <returns>Null for any other result.</returns>
    public async Task<IResult?> GoOnAsync(HttpContext context, OwnAccountResult result, OwnAccountPurpose purpose)
    {
        Note(result);
        switch (result)
        {
            case OwnAccountResult.SignedIn(var identity, var session):
                // From here on it goes as with any provider: the end of sign-in, or the page that asks whether to accept.
                await external.BeginAsync(context, identity, session, purpose.Invitation, purpose.Letter);
                var query = LocalPath.IsForParents(context, purpose.ReturnPath) ? QueryString.Create(Answers.ReturnField, purpose.ReturnPath) : QueryString.Empty;
                return Answers.SeeOther(context, (purpose.Next ?? SchoolPaths.SignInComplete) + query);
            case OwnAccountResult.TooMany(var until):
                var seconds = Math.Max(1, (int)Math.Ceiling((until - time.GetUtcNow()).TotalSeconds));
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return pages.Show(PageView.Of<TooManyPage>(texts["Too many tries"]) with { StatusCode = StatusCodes.Status429TooManyRequests });
            default:
                return null;
        }
    }

    /// <summary>Says in the log what came of it.</summary>
    public void Note(OwnAccountResult result)
    {
        switch (result)
        {
            case OwnAccountResult.SignedIn:
                SignInLog.OwnAccount(logger);
                break;
            case OwnAccountResult.Refused or OwnAccountResult.DeadLink or OwnAccountResult.AddressTaken or OwnAccountResult.TooMany:
                SignInLog.OwnAccountRefused(logger, result.GetType().Name);
                break;
        }
    }

    public async Task<IResult> SignInAsync(
        HttpContext context, OwnAccountPurpose purpose, string? address = null, bool isRefused = false, bool isPasskeyRefused = false) =>
        pages.Show(PageView.Of<OwnSignInPage>(
            texts["Sign in"],
            (nameof(OwnSignInPage.Address), address),
            (nameof(OwnSignInPage.State), purposes.Protect(purpose)),
            (nameof(OwnSignInPage.IsRefused), isRefused),
            (nameof(OwnSignInPage.IsPasskeyRefused), isPasskeyRefused),
            (nameof(OwnSignInPage.Question), await passkeys.AskAsync(context))) with { StatusCode = StatusOf(isRefused || isPasskeyRefused) });

    public async Task<IResult> RegisterAsync(HttpContext context, OwnAccountPurpose purpose, RegisterForm form) =>
        pages.Show(PageView.Of<RegisterPage>(
            texts["Make an account"],
            (nameof(RegisterPage.Form), form),
            (nameof(RegisterPage.State), purposes.Protect(purpose)),
            (nameof(RegisterPage.Question), await passkeys.AskForNewAsync(context, Guid.CreateVersion7(time.GetUtcNow()), texts["Parent"]))) with
            {
                StatusCode = StatusOf(form.Problems is not null || form.IsPasskeyWrong),
            });

    public async Task<IResult> ConfirmAsync(HttpContext context, string? token, OwnAccountResult? problem) =>
        pages.Show(PageView.Of<ConfirmAddressPage>(
            texts["Confirm your e-mail address"],
            (nameof(ConfirmAddressPage.Token), token),
            (nameof(ConfirmAddressPage.Problem), problem),
            (nameof(ConfirmAddressPage.Question), await passkeys.AskAsync(context))) with { StatusCode = StatusOf(problem is not null) });

    public IResult Forgot(string? address, bool isWrong) =>
        pages.Show(PageView.Of<ForgotPasswordPage>(
            texts["Choose a new password"],
            (nameof(ForgotPasswordPage.Address), address),
            (nameof(ForgotPasswordPage.IsWrong), isWrong)) with { StatusCode = StatusOf(isWrong) });

    public IResult Reset(string? token, OwnAccountResult? problem) =>
        pages.Show(PageView.Of<ResetPasswordPage>(
            texts["Choose a new password"],
            (nameof(ResetPasswordPage.Token), token),
            (nameof(ResetPasswordPage.Problem), problem)) with { StatusCode = StatusOf(problem is not null) });

    private static int StatusOf(bool isWrong) => isWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}
