using Klik.ParentAccess.Models;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>
/// Speaks for parents, whose users have no e-mail address and whose user names are people's names, with blanks and accents (rules
/// I9, I10, I13) and who have nothing else there, and hands everybody else to the validator that was there before.
/// </summary>
internal sealed class ParentUserValidator(IUserValidator<IUser> others) : IUserValidator<IUser>
{
    private static readonly IdentityError MoreThanName = new() { Code = nameof(MoreThanName), Description = "Of a parent, no more than the user name is kept here." };

    /// <inheritdoc/>
    public async Task<IdentityResult> ValidateAsync(UserManager<IUser> manager, IUser user)
    {
        if (!ParentUser.Is(user))
        {
            return await others.ValidateAsync(manager, user);
        }

        if (string.IsNullOrWhiteSpace(user.UserName))
        {
            return IdentityResult.Failed(manager.ErrorDescriber.InvalidUserName(user.UserName));
        }

        if (await manager.GetEmailAsync(user) is { Length: > 0 } address)
        {
            return IdentityResult.Failed(manager.ErrorDescriber.InvalidEmail(address));
        }

        return HasMore((User)user) ? IdentityResult.Failed(MoreThanName) : await UniqueNameAsync(manager, user);
    }

    // Whoever puts it there: it would be kept, exported and shown, or be another way in than the one that the links decide on.
    private static bool HasMore(User user) =>
        user is not { IsEnabled: true, PasswordHash: null, PhoneNumber: null or "", TwoFactorEnabled: false, LoginInfos.Count: 0, UserClaims.Count: 0, UserTokens.Count: 0 }
        || user.RoleNames.Any(role => !string.Equals(role, Roles.Parent, StringComparison.OrdinalIgnoreCase));

    private static async Task<IdentityResult> UniqueNameAsync(UserManager<IUser> manager, IUser user)
    {
        var owner = await manager.FindByNameAsync(user.UserName);
        return owner is null || await manager.GetUserIdAsync(owner) == await manager.GetUserIdAsync(user)
            ? IdentityResult.Success
            : IdentityResult.Failed(manager.ErrorDescriber.DuplicateUserName(user.UserName));
    }
}
