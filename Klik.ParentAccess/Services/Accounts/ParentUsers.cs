using System.Security.Cryptography;
using Klik.ParentAccess.Models;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using YesSql;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>
/// The Orchard users of parents, straight in YesSql. Through the user manager the audit trail, workflows and every other handler of
/// user events would hear of them, and with whom: it is the student's own request that renames a parent (rules I9, I10, O3).
/// </summary>
internal sealed class ParentUsers(ISession session, ILookupNormalizer normalizer, IUserIdGenerator ids)
{
    private const int SecurityStampLength = 20;

    /// <summary>Makes the user of a new account, with nothing of the parent but the name.</summary>
    public async Task<User> CreateAsync(string userName, CancellationToken cancellationToken)
    {
        // What sessions are checked against; Orchard's user manager refuses a user without one.
        var user = ParentUser.Mark(new User { RoleNames = [Roles.Parent], SecurityStamp = NewStamp() });
        // In small letters, as Orchard does.
        user.UserId = ids.GenerateUniqueId(user).ToLowerInvariant();
        await SaveAsync(user, userName, cancellationToken);
        return user;
    }

    /// <summary>Gives the user of an account another name.</summary>
    /// <returns>False when there is no such user.</returns>
    public async Task<bool> TryRenameAsync(string userId, string userName, CancellationToken cancellationToken)
    {
        if (await ReadAsync(userId, cancellationToken) is not { } user)
        {
            return false;
        }

        await SaveAsync(user, userName, cancellationToken);
        return true;
    }

    /// <summary>Gives the user of an account another stamp: sessions that were begun with the one before end when Orchard next looks.</summary>
    /// <returns>False when there is no such user.</returns>
    public async Task<bool> TryRenewStampAsync(string userId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(userId, cancellationToken) is not { } user)
        {
            return false;
        }

        user.SecurityStamp = NewStamp();
        await SaveAsync(user, user.UserName, cancellationToken);
        return true;
    }

    /// <summary>Removes the user of an account.</summary>
    public async Task RemoveAsync(string userId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(userId, cancellationToken) is { } user)
        {
            session.Delete(user);
            await session.FlushAsync(cancellationToken);
        }
    }

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(SecurityStampLength));

    private async Task SaveAsync(User user, string userName, CancellationToken cancellationToken)
    {
        user.UserName = userName;
        user.NormalizedUserName = normalizer.NormalizeName(userName);
        await session.SaveAsync(user, cancellationToken: cancellationToken);
        await session.FlushAsync(cancellationToken);
        session.Detach(user);
    }

    // Never from the session's memory: another transaction may have changed the user since.
    private async Task<User?> ReadAsync(string userId, CancellationToken cancellationToken)
    {
        if (await FindAsync() is { } remembered)
        {
            session.Detach(remembered);
        }

        return await FindAsync();

        Task<User?> FindAsync() => session.Query<User, UserIndex>(index => index.UserId == userId).FirstOrDefaultAsync(cancellationToken)!;
    }
}
