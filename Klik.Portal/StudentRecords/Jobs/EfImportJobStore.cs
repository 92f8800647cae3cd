using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.StudentRecords.Jobs;

/// <summary>The present school's latest uploaded import, in the database.</summary>
internal sealed class EfImportJobStore(ParentAccessDbContext context, Statements statements, StoreTransactions transactions, TimeProvider time) : IImportJobStore
{
    private static readonly TimeSpan Lost = TimeSpan.FromDays(1);

    /// <summary>The machine that this process runs on.</summary>
    private static string Machine => Environment.MachineName.Length > ImportJobRowConfiguration.MachineLength
        ? Environment.MachineName[..ImportJobRowConfiguration.MachineLength]
        : Environment.MachineName;

    public async Task<ImportJob?> FindAsync(CancellationToken cancellationToken) =>
        await context.Set<ImportJobRow>().FirstOrDefaultAsync(cancellationToken) is { } row
            ? new ImportJob(row.Id, row.State, row.StartedAt, row.EndedAt) { Result = ImportJobResults.Read(row.State, row.Result) }
            : null;

    public Task<bool> TryBeginAsync(Guid id, CancellationToken cancellationToken) => transactions.JoinAsync(
        async () =>
        {
            await context.Set<ImportJobRow>().Where(row => row.State != ImportJobState.Running).ExecuteDeleteAsync(cancellationToken);
            var row = new ImportJobRow { SchoolId = context.SchoolId, Id = id, State = ImportJobState.Running, Machine = Machine, StartedAt = time.GetUtcNow() };
            return await statements.TryInsertAsync(row, cancellationToken);
        },
        cancellationToken);

    public Task EndAsync(Guid id, ImportJobState state, ImportResult? result, CancellationToken cancellationToken)
    {
        var text = ImportJobResults.Write(result);
        DateTimeOffset? endedAt = time.GetUtcNow();
        return transactions.JoinAsync(
            () => context.Set<ImportJobRow>().Where(row => row.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, state).SetProperty(row => row.EndedAt, endedAt).SetProperty(row => row.Result, text),
                cancellationToken),
            cancellationToken);
    }

    public Task MarkInterruptedAsync(CancellationToken cancellationToken)
    {
        var machine = Machine;
        DateTimeOffset? endedAt = time.GetUtcNow();
        var lost = time.GetUtcNow() - Lost;
        return transactions.JoinAsync(
            () => context.Set<ImportJobRow>()
                .Where(row => row.State == ImportJobState.Running && (row.Machine == machine || row.StartedAt < lost))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ImportJobState.Interrupted).SetProperty(row => row.EndedAt, endedAt), cancellationToken),
            cancellationToken);
    }
}
