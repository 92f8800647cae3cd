using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Records.Seeding;

/// <summary>Fills the present school with invented students, through the same port as an import.</summary>
public sealed class SeedStudentRecords(IImportStore store, TimeProvider timeProvider)
{
    /// <summary>Makes a school of a size; students beyond that size stay as they are.</summary>
    public async Task<ImportCounts> ExecuteAsync(int students, CancellationToken cancellationToken)
    {
        var school = new SeededSchool(students);
        await using var transaction = await store.BeginAsync(timeProvider.GetUtcNow(), cancellationToken);
        var counts = await StoreAsync(transaction, SeededSchool.Catalogue(), cancellationToken);
        counts += await StoreAsync(transaction, SeededSchool.LineItems(), cancellationToken);
        counts += await StoreAsync(transaction, SeededSchool.LearningLines(), cancellationToken);
        counts += await StoreAsync(transaction, SeededSchool.Activities(), cancellationToken);
        counts += await StoreAsync(transaction, school.Students(), cancellationToken);
        counts += await StoreAsync(transaction, school.Results(), cancellationToken);
        counts += await StoreAsync(transaction, school.Progress(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return counts;
    }

    private static Task<ImportCounts> StoreAsync<TRow>(IImportTransaction transaction, IEnumerable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class, IImportRow =>
        transaction.StoreAsync(
            new ImportBatch<TRow>(rows.Select(row => new ImportChange<TRow>(ImportAction.Put, (row as IStudentImportRow)?.StudentId, row.Id, row)), () => false),
            cancellationToken);
}
