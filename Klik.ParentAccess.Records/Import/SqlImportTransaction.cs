using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Records.Import;

/// <summary>
/// Each type is loaded into a table of its own for this import and then merged with a few statements over whole tables, so that
/// half a million rows cost seconds and no memory.
/// </summary>
internal sealed class SqlImportTransaction(IStoreTransaction transaction, RecordConnection connection, ImportCommands commands, ImportTables tables, IImportLoader loader)
    : IImportTransaction
{
    private readonly HashSet<string> _filled = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<StudentRow>> StudentsAsync(CancellationToken cancellationToken) =>
        commands.QueryAsync(
            $"""
            SELECT id, given_name, family_name, middle_name, user_name, address, year_title, class_id, class_title, birth_date, family_language,
                is_active_in_source
            FROM {tables.Of<StudentRow>().Name} WHERE school_id = @school{(tables.ImportedColumn is { } imported ? $" AND {imported}" : "")}
            """,
            row => new StudentRow(row.GetString(0), row.GetString(1), row.GetString(2))
            {
                MiddleName = row.TextOrNull(3),
                UserName = row.TextOrNull(4),
                Address = row.TextOrNull(5),
                YearTitle = row.TextOrNull(6),
                ClassId = row.TextOrNull(7),
                ClassTitle = row.TextOrNull(8),
                BirthDate = row.DateOrNull(9),
                FamilyLanguage = row.TextOrNull(10),
                IsActiveInSource = row.GetBoolean(11),
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CatalogueRow>> CatalogueAsync(CancellationToken cancellationToken) =>
        commands.QueryAsync(
            $"SELECT kind, source_id, title, subject, course_id FROM {tables.Of<CatalogueRow>().Name} WHERE school_id = @school",
            row => new CatalogueRow((CatalogueKind)row.GetInt32(0), row.GetString(1), row.GetString(2)) { Subject = row.TextOrNull(3), CourseId = row.TextOrNull(4) },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LineItemRow>> LineItemsAsync(CancellationToken cancellationToken) =>
        commands.QueryAsync(
            $"""
            SELECT id, title, class_id, subject, category_id, category, period_id, period, date, minimum, maximum
            FROM {tables.Of<LineItemRow>().Name} WHERE school_id = @school
            """,
            row => new LineItemRow(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3))
            {
                CategoryId = row.TextOrNull(4),
                Category = row.TextOrNull(5),
                PeriodId = row.TextOrNull(6),
                Period = row.TextOrNull(7),
                Date = row.DateOrNull(8),
                Minimum = row.NumberOrNull(9),
                Maximum = row.NumberOrNull(10),
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ImportKey>> KeysAsync<TRow>(CancellationToken cancellationToken)
        where TRow : class, IImportRow
    {
        var table = tables.Of<TRow>();
        return commands.QueryAsync(
            $"SELECT {(table.IsOfStudents ? "student_id" : "NULL")}, id FROM {table.Name} WHERE school_id = @school",
            row => new ImportKey(row.TextOrNull(0), row.GetString(1)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ImportCounts> StoreAsync<TRow>(ImportBatch<TRow> batch, CancellationToken cancellationToken)
        where TRow : class, IImportRow
    {
        var table = tables.Of<TRow>();
        var merge = new ImportMerge<TRow>(table);
        var load = await loader.LoadAsync(table, merge, batch.Changes, cancellationToken);
        var isFirst = !await HasRowsAsync(table.Name, cancellationToken);

        long removed = 0;
        if (load.DeletesById > 0)
        {
            removed += await commands.ExecuteAsync(merge.DeleteById, cancellationToken);
        }

        if (load.Deletes > load.DeletesById)
        {
            removed += await commands.ExecuteAsync(merge.Delete, cancellationToken);
        }

        long changed = 0, added = 0;
        if (load.Puts > 0)
        {
            changed = isFirst ? 0 : await commands.ExecuteAsync(merge.Update, cancellationToken);
            added = await commands.ExecuteAsync(merge.Insert, cancellationToken);
            removed += added > 0 && !isFirst && merge.CanMove ? await commands.ExecuteAsync(merge.DeleteMoved, cancellationToken) : 0;
        }

        if (batch.RemovesMissing)
        {
            removed += await commands.ExecuteAsync(merge.RemoveMissing, cancellationToken);
        }

        foreach (var statement in removed > 0 ? table.Dependents : [])
        {
            await commands.ExecuteAsync(statement, cancellationToken);
        }

        await commands.ExecuteAsync($"DROP TABLE {merge.Staging}", cancellationToken);
        if (added + changed + removed > 0)
        {
            _filled.Add(table.Name);
        }

        return new ImportCounts(added, changed, load.Puts - added - changed, removed);
    }

    /// <inheritdoc/>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await loader.AnalyzeAsync(_filled, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await connection.DisposeAsync();
        }
        finally
        {
            await transaction.DisposeAsync();
        }
    }

    private async Task<bool> HasRowsAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = commands.Command($"SELECT 1 FROM {table} WHERE school_id = @school LIMIT 1");
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }
}
