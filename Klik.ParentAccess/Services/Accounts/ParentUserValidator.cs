using Klik.ParentAccess.Models;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>
/// Speaks for parents, whose users have no e-mail address and whose user names are people's names, with blanks and accents (rules
/// I9, I10, I13), and hands everybody else to the validator that was there before.
/// </summary>
internal sealed class ParentUserValidator(IUserValidator<IUser> others) : IUserValidator<IUser>
{
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

        // An address in Orchard's own field would show in user management, whoever puts it there.
        return await manager.GetEmailAsync(user) is { Length: > 0 } address
            ? IdentityResult.Failed(manager.ErrorDescriber.InvalidEmail(address))
            : await UniqueNameAsync(manager, user);
    }

    private static async Task<IdentityResult> UniqueNameAsync(UserManager<IUser> manager, IUser user)
    {
        var owner = await manager.FindByNameAsync(user.UserName);
        return owner is null || await manager.GetUserIdAsync(owner) == await manager.GetUserIdAsync(user)
            ? IdentityResult.Success
            : IdentityResult.Failed(manager.ErrorDescriber.DuplicateUserName(user.UserName));
    }
}
