using Klik.ParentAccess.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Sessions;

/// <summary>The sessions in the portal's database, within a unit of work.</summary>
internal sealed class EfSessionStore(Lazy<ParentAccessDbContext> context, Statements statements) : ISessionStore
{
    private DbSet<SessionRow> Rows => context.Value.Set<SessionRow>();

    /// <inheritdoc/>
    public Task AddAsync(Session session, CancellationToken cancellationToken) =>
        statements.InsertAsync(SessionRow.From(statements.SchoolId, session), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TryProlongAsync(SessionHash hash, DateTimeOffset endsAt, CancellationToken cancellationToken) =>
        await Row(hash).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndsAt, endsAt), cancellationToken) == 1;

    /// <inheritdoc/>
    public Task EndAsync(SessionHash hash, CancellationToken cancellationToken) =>
        statements.ExecuteAsync(new Statement("DELETE FROM sessions WHERE school_id = @school AND id_hash = @hash", ("@hash", hash.Value)), cancellationToken);

    /// <inheritdoc/>
    public Task EndOfAccountAsync(string accountId, SessionHash? kept, CancellationToken cancellationToken)
    {
        var keptHash = kept?.Value ?? "";
        return Rows.Where(row => row.AccountId == accountId && row.IdHash != keptHash).ExecuteDeleteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> RemoveEndedAsync(DateTimeOffset before, CancellationToken cancellationToken) => context.Value.Database.IsNpgsql()
        // What somebody is just ending is left to them, or two could wait for each other.
        ? context.Value.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM sessions WHERE school_id = {statements.SchoolId} AND id_hash IN
              (SELECT id_hash FROM sessions WHERE school_id = {statements.SchoolId} AND ends_at < {before.UtcTicks} FOR UPDATE SKIP LOCKED)
            """,
            cancellationToken)
        : Rows.Where(row => row.EndsAt < before).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<SessionRow> Row(SessionHash hash)
    {
        var value = hash.Value;
        return Rows.Where(row => row.IdHash == value);
    }
}
