using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>Everything that is kept of a parent outside the Orchard user.</summary>
internal static class ParentRows
{
    /// <summary>Removes it: queued messages, links, views and the account itself (rule I13).</summary>
    public static async Task RemoveAsync(TenantDatabase database, string accountId, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            $"DELETE FROM {database.Outbox} WHERE link_id IN (SELECT id FROM {database.Links} WHERE account_id = {accountId})",
            cancellationToken);
        await database.ExecuteAsync($"DELETE FROM {database.Links} WHERE account_id = {accountId}", cancellationToken);
        await database.ExecuteAsync($"DELETE FROM {database.Views} WHERE account_id = {accountId}", cancellationToken);
        await database.ExecuteAsync($"DELETE FROM {database.Accounts} WHERE id = {accountId}", cancellationToken);
    }
}
