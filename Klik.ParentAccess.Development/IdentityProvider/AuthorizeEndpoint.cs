using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>The page where one picks or types an account, and its forms.</summary>
internal static class AuthorizeEndpoint
{
    public static async Task<IResult> ShowAsync(
        DevelopmentProvider provider, HttpRequest request, ReadyAccounts accounts, CancellationToken cancellationToken) =>
        AuthorizationRequest.Read(name => request.Query[name], request.Host.Host, out var problem) is { } asked
            ? await PageAsync(provider, request, asked, accounts, "", cancellationToken)
            : Refuse(problem);

    public static async Task<IResult> ChooseAsync(
        DevelopmentProvider provider, HttpRequest request, ReadyAccounts accounts, DevelopmentCodes codes, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        if (AuthorizationRequest.Read(name => form[name], request.Host.Host, out var problem) is not { } asked)
        {
            return Refuse(problem);
        }

        if (form.ContainsKey("cancel"))
        {
            return Return(asked, "error", "access_denied");
        }

        return AccountForm.Read(provider, name => form[name]) is { } account
            ? Return(asked, "code", codes.Issue(provider, asked, account))
            : await PageAsync(provider, request, asked, accounts, "Fill in every field: an address or user name, and for Microsoft a tenant as a GUID.", cancellationToken);
    }

    private static async Task<IResult> PageAsync(
        DevelopmentProvider provider,
        HttpRequest request,
        AuthorizationRequest asked,
        ReadyAccounts accounts,
        string problem,
        CancellationToken cancellationToken) =>
        new DocumentResult<AuthorizePage>(new Dictionary<string, object?>
        {
            [nameof(AuthorizePage.Provider)] = provider,
            [nameof(AuthorizePage.Asked)] = asked,
            [nameof(AuthorizePage.Accounts)] = await accounts.OfAsync(provider, cancellationToken),
            [nameof(AuthorizePage.Problem)] = problem,
            [nameof(AuthorizePage.Stylesheet)] = $"{request.PathBase}{DevelopmentProvider.Root}/style.css",
        });

    private static IResult Return(AuthorizationRequest asked, string name, string value) =>
        Results.Redirect(QueryHelpers.AddQueryString(asked.RedirectUri, new Dictionary<string, string?> { [name] = value, ["state"] = asked.State }));

    private static IResult Refuse(string problem) =>
        Results.Text($"This authorization request cannot be answered: {problem}.", statusCode: StatusCodes.Status400BadRequest);
}
