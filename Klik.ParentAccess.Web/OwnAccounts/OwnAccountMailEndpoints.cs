using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>What own accounts do by mail: confirming an address and choosing a new password. Opening a link changes nothing (rule P2).</summary>
internal static class OwnAccountMailEndpoints
{
    public static void MapOwnAccountMails(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(OwnAccountPaths.Mail, ([FromQuery(Name = OwnAccountPaths.KindParameter)] string? kind, IPages pages, ITexts texts) =>
            pages.Show(PageView.Of<LookInMailPage>(
                texts["Look in your mail"],
                (nameof(LookInMailPage.Kind), Enum.TryParse<MailKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : MailKind.Registered))));
        routes.MapGet(OwnAccountPaths.Confirm, (HttpContext context, OwnAccountPages pages) => pages.ConfirmAsync(context, token: null, problem: null));
        routes.MapPost(OwnAccountPaths.Confirm, ConfirmAsync);
        routes.MapPost(OwnAccountPaths.ConfirmWithPasskey, ConfirmWithPasskeyAsync);
        routes.MapGet(OwnAccountPaths.Forgot, (OwnAccountPages pages) => pages.Forgot(address: null, isWrong: false));
        routes.MapPost(OwnAccountPaths.Forgot, ForgotAsync);
        routes.MapGet(OwnAccountPaths.Reset, (OwnAccountPages pages) => pages.Reset(token: null, problem: null));
        routes.MapPost(OwnAccountPaths.Reset, ResetAsync);
    }

    private static async Task<IResult> ConfirmAsync(
        [FromForm(Name = SignInRoutes.TokenField)] string? token,
        [FromForm(Name = OwnAccountPaths.PasswordField)] string? password,
        HttpContext context, ConfirmOwnAddress confirm, OwnAccountPages pages)
    {
        var result = await confirm.WithPasswordAsync(token, password, context.Connection.RemoteIpAddress, context.RequestAborted);
        return await pages.GoOnAsync(context, result, OwnAccountPurpose.None) ?? await pages.ConfirmAsync(context, token, result);
    }

    private static async Task<IResult> ConfirmWithPasskeyAsync(
        [FromForm(Name = SignInRoutes.TokenField)] string? token,
        [FromForm(Name = OwnAccountPaths.CredentialField)] string? credential,
        [FromForm(Name = OwnAccountPaths.PasskeyField)] string? asked,
        HttpContext context, ConfirmOwnAddress confirm, OwnAccountPasskeys passkeys, OwnAccountPages pages)
    {
        OwnAccountResult result = await passkeys.ReadUsedAsync(context, credential, asked) is { } used
            ? await confirm.WithPasskeyAsync(token, used, context.RequestAborted)
            : new OwnAccountResult.Refused();
        return await pages.GoOnAsync(context, result, OwnAccountPurpose.None) ?? await pages.ConfirmAsync(context, token, result);
    }

    private static async Task<IResult> ForgotAsync(
        [FromForm(Name = OwnAccountPaths.AddressField)] string? address, HttpContext context, RequestPasswordReset request, OwnAccountPages pages)
    {
        var result = await request.ExecuteAsync(address, context.Connection.RemoteIpAddress, context.RequestAborted);
        return result switch
        {
            OwnAccountResult.TooMany => await pages.GoOnAsync(context, result, OwnAccountPurpose.None) ?? pages.Forgot(address, isWrong: false),
            OwnAccountResult.Invalid => pages.Forgot(address, isWrong: true),
            _ => OwnAccountPages.LookInMail(context, MailKind.Reset),
        };
    }

    private static async Task<IResult> ResetAsync(
        [FromForm(Name = SignInRoutes.TokenField)] string? token,
        [FromForm(Name = OwnAccountPaths.NewPasswordField)] string? password,
        HttpContext context, ResetPassword reset, OwnAccountPages pages)
    {
        var result = await reset.ExecuteAsync(token, password, context.RequestAborted);
        return await pages.GoOnAsync(context, result, OwnAccountPurpose.None) ?? pages.Reset(token, result);
    }
}
