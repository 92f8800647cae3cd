using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Records;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Environment.Shell;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Services.StudentRecords;

/// <summary>The tenant's database, by the connection of the scope's YesSql session.</summary>
internal sealed class TenantRecordDatabase(
    ISession session,
    ShellSettings shell,
    TenantTransactions transactions,
    StudentsOfUsers students) : IRecordDatabase
{
    /// <inheritdoc/>
    public string SchoolId { get; } = TenantSchoolId.Of(shell.Name).Value;

    /// <inheritdoc/>
    public async Task<RecordConnection> OpenAsync(CancellationToken cancellationToken) =>
        new(await session.CreateConnectionAsync(cancellationToken), session.CurrentTransaction);

    /// <inheritdoc/>
    public async Task<IStoreTransaction> BeginImportAsync(CancellationToken cancellationToken) =>
        new ImportTransaction(await transactions.BeginLargeAsync(cancellationToken), students);
}
