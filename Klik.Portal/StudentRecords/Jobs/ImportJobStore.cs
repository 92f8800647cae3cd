using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.StudentRecords.Jobs;

/// <summary>The present school's latest uploaded import, in the database.</summary>
internal sealed class ImportJobStore(ParentAccessDbContext context, StoreTransactions transactions, TimeProvider time)
{
    private static readonly TimeSpan Lost = TimeSpan.FromDays(1);

    /// <summary>The machine that this process runs on.</summary>
    private static string Machine => Environment.MachineName.Length > ImportJobRowConfiguration.MachineLength
        ? Environment.MachineName[..ImportJobRowConfiguration.MachineLength]
        : Environment.MachineName;

    public Task<ImportJobRow?> FindAsync(CancellationToken cancellationToken) =>
        context.Set<ImportJobRow>().FirstOrDefaultAsync(cancellationToken);

    /// <summary>Takes the school's only place.</summary>
    /// <returns>False when an import runs.</returns>
    public Task<bool> TryBeginAsync(Guid id, CancellationToken cancellationToken) => transactions.JoinAsync(
        async () =>
        {
            await context.Set<ImportJobRow>().Where(row => row.State != ImportJobState.Running).ExecuteDeleteAsync(cancellationToken);
            var row = new ImportJobRow { SchoolId = context.SchoolId, Id = id, State = ImportJobState.Running, Machine = Machine, StartedAt = time.GetUtcNow() };
            return await context.TryInsertAsync(row, cancellationToken);
        },
        cancellationToken);

    /// <summary>Says how an import ended.</summary>
    public Task EndAsync(Guid id, ImportJobState state, string? result, CancellationToken cancellationToken)
    {
        DateTimeOffset? endedAt = time.GetUtcNow();
        return transactions.JoinAsync(
            () => context.Set<ImportJobRow>().Where(row => row.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, state).SetProperty(row => row.EndedAt, endedAt).SetProperty(row => row.Result, result),
                cancellationToken),
            cancellationToken);
    }

    /// <summary>Marks an import that an earlier process of this machine left behind, or that has run for longer than any can.</summary>
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
