using Klik.ParentAccess.Models;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Users.Handlers;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>Keeps what is ours in step with a parent's user, whoever renames or deletes it.</summary>
internal sealed class ParentUserHandler(TenantDatabase database) : UserEventHandlerBase
{
    /// <inheritdoc/>
    public override Task UpdatedAsync(UserUpdateContext context) =>
        context.User is User user && ParentUser.Is(user)
            ? database.ExecuteAsync($"UPDATE {database.Accounts} SET user_name = {user.UserName} WHERE id = {user.UserId}", CancellationToken.None)
            : Task.CompletedTask;

    /// <inheritdoc/>
    public override Task DeletedAsync(UserDeleteContext context) =>
        context.User is User user && ParentUser.Is(user)
            ? ParentRows.RemoveAsync(database, user.UserId, CancellationToken.None)
            : Task.CompletedTask;
}
