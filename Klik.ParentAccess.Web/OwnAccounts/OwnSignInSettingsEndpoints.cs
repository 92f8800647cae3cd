using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>A parent with an own account changes the password, and adds and removes passkeys.</summary>
internal static class OwnSignInSettingsEndpoints
{
    private const string Route = "/settings/sign-in";

    /// <summary>Maps the pages below those of the parent.</summary>
    public static void MapOwnSignInSettings(this RouteGroupBuilder parents)
    {
        var own = parents.MapGroup(Route).AddEndpointFilter<RouteGroupBuilder, OwnSignInFilter>();
        own.MapGet("", (HttpContext context, OwnSignInSettings settings) => settings.ShowAsync(context, OwnSignInChange.None, problem: null));
        own.MapPost("/password", SetPasswordAsync);
        own.MapPost("/passkey", AddPasskeyAsync);
        own.MapPost("/passkey/remove", RemovePasskeyAsync);
    }

    private static async Task<IResult> SetPasswordAsync(
        [FromForm(Name = OwnAccountPaths.PasswordField)] string? present,
        [FromForm(Name = OwnAccountPaths.NewPasswordField)] string? password,
        HttpContext context, ChangeOwnSignIn change, OwnSignInSettings settings, IPeople people) =>
        await settings.AnswerAsync(
            context,
            OwnSignInChange.Password,
            await change.SetPasswordAsync(IdOf(context, people), present, password, context.Connection.RemoteIpAddress, context.RequestAborted));

    private static async Task<IResult> AddPasskeyAsync(
        [FromForm(Name = OwnAccountPaths.PasswordField)] string? present,
        [FromForm(Name = OwnAccountPaths.CredentialField)] string? credential,
        [FromForm(Name = OwnAccountPaths.PasskeyField)] string? asked,
        HttpContext context, ChangeOwnSignIn change, OwnAccountPasskeys passkeys, OwnSignInSettings settings, IPeople people)
    {
        OwnAccountResult result = await passkeys.ReadNewAsync(context, credential, asked) is { } made
            ? await change.AddPasskeyAsync(IdOf(context, people), present, made, context.Connection.RemoteIpAddress, context.RequestAborted)
            : new OwnAccountResult.Refused();
        return await settings.AnswerAsync(context, OwnSignInChange.NewPasskey, result);
    }

    private static async Task<IResult> RemovePasskeyAsync(
        [FromForm(Name = OwnAccountPaths.CredentialField)] string? credentialId,
        HttpContext context, ChangeOwnSignIn change, OwnSignInSettings settings, IPeople people) =>
        await settings.AnswerAsync(
            context, OwnSignInChange.RemovedPasskey, await change.RemovePasskeyAsync(IdOf(context, people), credentialId, context.RequestAborted));

    // The filter has let nobody else through.
    private static Guid IdOf(HttpContext context, IPeople people) => people.OwnAccount(context)!.OwnAccountId;
}
