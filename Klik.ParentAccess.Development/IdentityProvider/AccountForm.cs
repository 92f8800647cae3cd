using System.Security.Cryptography;
using System.Text;
using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>Turns the fields of the page into an account. The same fields give the same subject each time, as a provider's account would.</summary>
internal static class AccountForm
{
    public const string Email = "email";
    public const string EmailVerified = "email_verified";
    public const string HostedDomain = "hd";
    public const string Tenant = "tenant";
    public const string DomainOwnerVerified = "xms_edov";
    public const string UserName = "user_name";

    /// <summary>The tenant of personal Microsoft accounts, as it is written in tokens.</summary>
    public static readonly string PersonalTenant = ProviderAuthority.MicrosoftConsumerTenant.ToString("D");

    private const int MaxLength = 254;

    /// <summary>Reads the account.</summary>
    /// <returns>Null if the one field that it is known by is empty, too long or no tenant.</returns>
    public static ChosenAccount? Read(DevelopmentProvider provider, Func<string, string?> field)
    {
        if (provider == DevelopmentProvider.Google)
        {
            return Text(field, Email) is { } email ? Google(email, field) : null;
        }

        if (provider == DevelopmentProvider.Microsoft)
        {
            return Text(field, Email) is { } email && Guid.TryParse(field(Tenant), out var tenant) ? Microsoft(email, tenant.ToString("D"), field) : null;
        }

        return Text(field, UserName) is { } userName ? School(userName) : null;
    }

    private static ChosenAccount Google(string email, Func<string, string?> field)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = Subject("google", email),
            ["email"] = email,
            ["email_verified"] = IsChecked(field, EmailVerified),
        };
        if (Text(field, HostedDomain) is { } hostedDomain)
        {
            claims["hd"] = hostedDomain;
        }

        return new ChosenAccount(DevelopmentProvider.Google.IssuerPath, claims);
    }

    private static ChosenAccount Microsoft(string email, string tenant, Func<string, string?> field)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = Subject("microsoft", tenant, email),
            ["tid"] = tenant,
            ["email"] = email,
            ["preferred_username"] = email,
        };
        if (IsChecked(field, DomainOwnerVerified))
        {
            claims["xms_edov"] = true;
        }

        return new ChosenAccount(DevelopmentProvider.Microsoft.IssuerPath.Replace("{tenantid}", tenant, StringComparison.Ordinal), claims);
    }

    private static ChosenAccount School(string userName) => new(
        DevelopmentProvider.School.IssuerPath,
        new Dictionary<string, object> { ["sub"] = Subject("school", userName), ["preferred_username"] = userName });

    private static string? Text(Func<string, string?> field, string name) =>
        field(name)?.Trim() is { Length: > 0 and <= MaxLength } text ? text : null;

    private static bool IsChecked(Func<string, string?> field, string name) => field(name) == "true";

    private static string Subject(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts).ToLowerInvariant())))[..32];
}
