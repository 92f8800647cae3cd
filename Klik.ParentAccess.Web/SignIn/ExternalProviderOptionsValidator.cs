using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Says in one sentence which setting of a provider is missing or wrong. A value is never repeated: it may be a secret.</summary>
internal sealed class ExternalProviderOptionsValidator(IHostEnvironment environment) : IValidateOptions<ExternalProviderOptions>
{
    public ValidateOptionsResult Validate(string? name, ExternalProviderOptions options)
    {
        if (!ParentSignInSchemes.IsOne(name))
        {
            return ValidateOptionsResult.Skip;
        }

        var problem = Problem(name!, options);
        return problem is null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"The setting {ExternalProviderSettings.SectionOf(name!)}:{problem}");
    }

    private string? Problem(string name, ExternalProviderOptions options)
    {
        if (!options.IsOffered)
        {
            return string.IsNullOrWhiteSpace(options.ClientSecret) ? null : "ClientId is missing, while its ClientSecret is set.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            return "ClientSecret is missing, while its ClientId is set.";
        }

        if (!string.IsNullOrEmpty(options.CallbackPath) && !CallbackPath.IsOne(options.CallbackPath))
        {
            return "CallbackPath must be a slash and then letters, digits, hyphens, underscores and slashes.";
        }

        return string.IsNullOrWhiteSpace(options.Authority)
            ? name == ParentSignInSchemes.School ? "Authority is missing, while its ClientId is set." : null
            : AuthorityProblem(options.Authority);
    }

    private string? AuthorityProblem(string authority)
    {
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var uri)
            || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            return "Authority must be an absolute address without query, fragment and user name.";
        }

        var isAllowed = uri.Scheme == Uri.UriSchemeHttps
            || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && environment.IsDevelopment());
        return isAllowed ? null : "Authority must begin with https (http is accepted on loopback in Development only).";
    }
}
