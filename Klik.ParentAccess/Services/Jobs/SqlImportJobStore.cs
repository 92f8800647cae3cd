using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Jobs;

/// <summary>The school's latest uploaded import, in the tenant's database.</summary>
internal sealed class SqlImportJobStore(TenantDatabase database, TenantTransactions transactions, ICurrentSchool school, TimeProvider time) : IImportJobStore
{
    private static readonly TimeSpan Lost = TimeSpan.FromDays(1);

    private string SchoolId => school.School.Id.Value;

    /// <inheritdoc/>
    public async Task<ImportJob?> FindAsync(CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            $"SELECT id, state, started_at, ended_at, result FROM {database.ImportJobs} WHERE school_id = {SchoolId}",
            row =>
            {
                var state = (ImportJobState)row.GetInt32(1);
                return new ImportJob(row.Id(0), state, row.Moment(2), row.MomentOrNull(3)) { Result = ImportJobResults.Read(state, row.TextOrNull(4)) };
            },
            cancellationToken)).FirstOrDefault();

    /// <inheritdoc/>
    public Task<bool> TryBeginAsync(Guid id, CancellationToken cancellationToken) => transactions.JoinAsync(
        async () =>
        {
            await database.ExecuteAsync(
                $"DELETE FROM {database.ImportJobs} WHERE school_id = {SchoolId} AND state <> {ImportJobState.Running}", cancellationToken);
            return await database.ExecuteAsync(
                $"""
                INSERT INTO {database.ImportJobs} (school_id, id, state, machine, process, started_at)
                VALUES ({SchoolId}, {id}, {ImportJobState.Running}, {ImportRunner.Present.Machine}, {ImportRunner.Present.Process}, {time.GetUtcNow()})
                ON CONFLICT DO NOTHING
                """,
                cancellationToken) == 1;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task EndAsync(Guid id, ImportJobState state, ImportResult? result, CancellationToken cancellationToken) => transactions.JoinAsync(
        () => database.ExecuteAsync(
            $"UPDATE {database.ImportJobs} SET state = {state}, ended_at = {time.GetUtcNow()}, result = {ImportJobResults.Write(result)} WHERE id = {id}",
            cancellationToken),
        cancellationToken);

    /// <inheritdoc/>
    /// <remarks>One of this very process goes on: it does not end with the tenant, which may be loaded anew at any time.</remarks>
    public Task MarkInterruptedAsync(CancellationToken cancellationToken) => transactions.JoinAsync(
        () => database.ExecuteAsync(
            $"""
            UPDATE {database.ImportJobs} SET state = {ImportJobState.Interrupted}, ended_at = {time.GetUtcNow()}
            WHERE state = {ImportJobState.Running}
              AND ((machine = {ImportRunner.Present.Machine} AND process <> {ImportRunner.Present.Process}) OR started_at < {time.GetUtcNow() - Lost})
            """,
            cancellationToken),
        cancellationToken);
}
