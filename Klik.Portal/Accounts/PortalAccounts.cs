using Klik.ParentAccess.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klik.Portal.Accounts;

/// <summary>The parents' accounts and ASP.NET Core Identity over them.</summary>
internal static class PortalAccounts
{
    /// <summary>Adds them. Signing in is the host's: nothing here makes a cookie.</summary>
    public static IServiceCollection AddPortalAccounts(this IServiceCollection services)
    {
        // A user name is made from a person's name, in any script, with blanks and accents (rule I10); PersonName has judged it.
        services.AddIdentityCore<PortalUser>(options => options.User.AllowedUserNameCharacters = "").AddUserStore<PortalUserStore>();
        // It would only look for the name once more: UserNames has, with the names locked, and a unique index stands behind it.
        services.RemoveAll<IUserValidator<PortalUser>>();
        services.AddScoped<UserNames>();
        services.AddScoped<IParentAccounts, ParentAccounts>();
        return services;
    }
}
