using System.Security.Claims;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Web.Localization;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;

namespace Klik.ParentAccess.Sessions;

/// <summary>Says which language a parent chose, so that it holds in every browser (rule P8).</summary>
internal sealed class ParentClaimsProvider(TenantDatabase database) : IUserClaimsProvider
{
    public async Task GenerateAsync(IUser user, ClaimsIdentity claims)
    {
        if (user is not User someone || !ParentUser.Is(user))
        {
            return;
        }

        var languages = await database.QueryAsync(
            $"SELECT language FROM {database.Accounts} WHERE id = {someone.UserId}", row => row.TextOrNull(0), CancellationToken.None);
        if (languages is [{ } language])
        {
            claims.AddClaim(new Claim(LanguageNames.Claim, language));
        }
    }
}
