using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Hardening;
using Klik.ParentAccess.Web.Invitations;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>Signing in and registering with an account at the school itself (rules L4, L5).</summary>
internal static class OwnAccountEndpoints
{
    /// <summary>Maps them; the school's choice comes before everything else that is asked of a request.</summary>
    public static void MapOwnAccounts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").MapOpenSchoolPages();
        group.LimitForms();
        group.AddEndpointFilter<RouteGroupBuilder, OwnAccountsFilter>();
        group.RequireFormToken();
        group.MapGet(OwnAccountPaths.SignIn, (HttpContext context, OwnAccountPages pages) => pages.SignInAsync(context, OwnAccountPurpose.None));
        group.MapPost(OwnAccountPaths.Start, StartAsync);
        group.MapPost(OwnAccountPaths.SignIn, SignInAsync);
        group.MapPost(OwnAccountPaths.Passkey, SignInWithPasskeyAsync);
        group.MapGet(OwnAccountPaths.Register, (HttpContext context, OwnAccountPages pages) => pages.RegisterAsync(context, OwnAccountPurpose.None, RegisterForm.Empty));
        group.MapPost(OwnAccountPaths.StartRegistering, StartRegisteringAsync);
        group.MapPost(OwnAccountPaths.Register, RegisterAsync);
        group.MapOwnAccountMails();
    }

    /// <summary>From a page with an invitation's secret, or one that is to be come back to.</summary>
    private static async Task<IResult> StartAsync(
        [FromForm(Name = Answers.ReturnField)] string? returnPath,
        [FromForm(Name = SignInRoutes.TokenField)] string? token,
        HttpContext context, OwnAccountPages own, FindInvitation find, PersonalData personalData, IPages pages, ITexts texts)
    {
        if (token is not null && !InvitationToken.TryRead(token, personalData, out _))
        {
            return InvitationPages.Wrong(pages, texts, token);
        }

        var isOpen = token is not null && await find.ExecuteAsync(token, context.RequestAborted) is not null;
        return await own.SignInAsync(context, new OwnAccountPurpose(
            InvitationToken.TryRead(token, personalData, out var read) ? read.Text : null,
            LocalPath.IsForParents(context, returnPath) ? returnPath : null,
            MayEnterUnconfirmed: isOpen));
    }

    private static async Task<IResult> SignInAsync(
        [FromForm(Name = OwnAccountPaths.AddressField)] string? address,
        [FromForm(Name = OwnAccountPaths.PasswordField)] string? password,
        [FromForm(Name = OwnAccountPaths.StateField)] string? state,
        HttpContext context, SignInOwnAccount signIn, OwnAccountPurposes purposes, OwnAccountPages pages)
    {
        var purpose = purposes.Read(state);
        var result = await signIn.WithPasswordAsync(address, password, context.Connection.RemoteIpAddress, context.RequestAborted);
        return await pages.GoOnAsync(context, result, purpose) ?? await pages.SignInAsync(context, purpose, address, isRefused: true);
    }

    private static async Task<IResult> SignInWithPasskeyAsync(
        [FromForm(Name = OwnAccountPaths.CredentialField)] string? credential,
        [FromForm(Name = OwnAccountPaths.PasskeyField)] string? asked,
        [FromForm(Name = OwnAccountPaths.StateField)] string? state,
        HttpContext context, SignInOwnAccount signIn, OwnAccountPasskeys passkeys, OwnAccountPurposes purposes, OwnAccountPages pages)
    {
        var purpose = purposes.Read(state);
        OwnAccountResult result = await passkeys.ReadUsedAsync(context, credential, asked) is { } used
            ? await signIn.WithPasskeyAsync(used, context.RequestAborted)
            : new OwnAccountResult.Refused();
        return await pages.GoOnAsync(context, result, purpose) ?? await pages.SignInAsync(context, purpose, isPasskeyRefused: true);
    }

    private static Task<IResult> StartRegisteringAsync(
        [FromForm(Name = OwnAccountPaths.StateField)] string? state, HttpContext context, OwnAccountPurposes purposes, OwnAccountPages pages) =>
        pages.RegisterAsync(context, purposes.Read(state), RegisterForm.Empty);

    private static async Task<IResult> RegisterAsync(
        [FromForm(Name = OwnAccountPaths.NameField)] string? name,
        [FromForm(Name = OwnAccountPaths.AddressField)] string? address,
        [FromForm(Name = OwnAccountPaths.PasswordField)] string? password,
        [FromForm(Name = OwnAccountPaths.CredentialField)] string? credential,
        [FromForm(Name = OwnAccountPaths.PasskeyField)] string? asked,
        [FromForm(Name = OwnAccountPaths.StateField)] string? state,
        HttpContext context, RegisterOwnAccount register, OwnAccountPasskeys passkeys, OwnAccountPurposes purposes, OwnAccountPages pages, ITexts texts)
    {
        var purpose = purposes.Read(state);
        var made = string.IsNullOrEmpty(credential) ? null : await passkeys.ReadNewAsync(context, credential, asked);
        if (made is null && !string.IsNullOrEmpty(credential))
        {
            return await pages.RegisterAsync(context, purpose, new RegisterForm(name, address, null, IsPasskeyWrong: true));
        }

        var form = new OwnAccountForm(name, address, password, made, texts.Language.Tag, purpose.MayEnterUnconfirmed);
        var result = await register.ExecuteAsync(form, context.Connection.RemoteIpAddress, context.RequestAborted);
        return result switch
        {
            OwnAccountResult.Invalid problems => await pages.RegisterAsync(context, purpose, new RegisterForm(name, address, problems, IsPasskeyWrong: false)),
            OwnAccountResult.LookInMail => OwnAccountPages.LookInMail(context, MailKind.Registered),
            _ => await pages.GoOnAsync(context, result, purpose) ?? OwnAccountPages.LookInMail(context, MailKind.Registered),
        };
    }
}
