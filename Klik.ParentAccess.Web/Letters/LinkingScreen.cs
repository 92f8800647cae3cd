using System.Globalization;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Parents;
using Klik.ParentAccess.Web.Sessions;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Letters;

/// <summary>The linking page of one request: shows it, and tells what came of a code.</summary>
internal sealed record LinkingScreen(
    HttpContext Context,
    RedeemActivationCode Redeem,
    IPeople People,
    ExternalSession External,
    LinkFormOwner Owner,
    IPages Pages,
    ITexts Texts)
{
    /// <summary>The choice to register or to sign in (rule L4).</summary>
    public IResult Choose(string? code = null, ActivationCodeProblem? codeProblem = null, SignInProblem? problem = null) =>
        Pages.Show(PageView.Of<LetterPage>(
            Texts["Link your child"],
            (nameof(LetterPage.Code), code),
            (nameof(LetterPage.CodeProblem), codeProblem),
            (nameof(LetterPage.Problem), problem)) with
        {
            StatusCode = codeProblem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        });

    /// <summary>The form to link.</summary>
    public IResult Ask(LinkingParent parent, LinkForm form, int status = StatusCodes.Status200OK) =>
        Pages.Show(PageView.Of<LinkPage>(
            Texts["Link your child"],
            (nameof(LinkPage.Parent), parent),
            (nameof(LinkPage.Form), form)) with { StatusCode = status });

    /// <summary>Links the parent, or asks again (rules L3, L5 to L7, P4).</summary>
    public async Task<IResult> LinkAsync(LinkingParent parent, LinkForm form)
    {
        if (!Owner.IsOf(form.Owner, parent))
        {
            // A challenge is the other account's too.
            return Wrong(parent, form with { IsOfAnother = true, Answer = null });
        }

        // What is no date is asked for again, but only once the code is known to need one.
        var request = new RedeemActivationCodeRequest(
            parent.As(form.DisplayName), form.Code, BirthDateText.Read(form.BirthDate), Texts.Language.Tag, Context.Connection.RemoteIpAddress, form.Answer);
        return await Redeem.ExecuteAsync(request, Context.RequestAborted) switch
        {
            RedeemActivationCodeResult.Linked linked => await ArriveAsync(parent, linked.Account, SettingsNews.Linked),
            RedeemActivationCodeResult.AlreadyLinked already => await ArriveAsync(parent, already.Account, SettingsNews.AlreadyLinked),
            RedeemActivationCodeResult.Mistyped mistyped => Wrong(parent, form with { CodeProblem = mistyped.Problem }),
            RedeemActivationCodeResult.NameRefused refused => Wrong(parent, form with { NameProblem = refused.Problem }),
            RedeemActivationCodeResult.BirthDateNeeded when form.AsksBirthDate => Wrong(parent, form with
            {
                BirthDateProblem = string.IsNullOrWhiteSpace(form.BirthDate) ? BirthDateProblem.Empty : BirthDateProblem.NotADate,
            }),
            RedeemActivationCodeResult.BirthDateNeeded => Ask(parent, form with { AsksBirthDate = true }),
            RedeemActivationCodeResult.Throttled throttled => Wait(parent, form, throttled),
            // The attempt has used the answer to a challenge, if there was one.
            _ => Wrong(parent, form with { IsRefused = true, Answer = null }),
        };
    }

    private IResult Wrong(LinkingParent parent, LinkForm form) => Ask(parent, form, StatusCodes.Status422UnprocessableEntity);

    private IResult Wait(LinkingParent parent, LinkForm form, RedeemActivationCodeResult.Throttled throttled)
    {
        Context.Response.Headers.RetryAfter = Math.Ceiling(throttled.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Ask(parent, form with { Throttled = throttled, Answer = null }, StatusCodes.Status429TooManyRequests);
    }

    private async Task<IResult> ArriveAsync(LinkingParent parent, ParentAccount account, SettingsNews news)
    {
        var own = parent.Pending is { } pending ? pending.OwnAccount : People.OwnAccount(Context);
        await External.ClearAsync(Context);
        await People.SignInParentAsync(Context, account, own);
        return Answers.SeeOther(Context, SettingsNewsWords.PathTo(news));
    }
}
