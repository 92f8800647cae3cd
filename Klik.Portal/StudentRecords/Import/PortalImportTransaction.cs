using System.Data.Common;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Klik.Portal.StudentRecords.Import;

/// <summary>
/// Each type is loaded into a table of its own for this import and then merged with a few statements over whole tables, so that
/// half a million rows cost seconds and no memory.
/// </summary>
internal sealed class PortalImportTransaction(ParentAccessDbContext context, StoreTransaction transaction, IImportLoader loader, DateTimeOffset now)
    : IImportTransaction
{
    /// <summary>How long one statement may take, in seconds: it reads and writes whole tables, where the usual limit is for
    /// requests.</summary>
    public const int StatementSeconds = 3_600;

    private readonly HashSet<string> _filled = [];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StudentRow>> StudentsAsync(CancellationToken cancellationToken) =>
        await context.Set<Students.StudentRow>()
            .Select(row => new StudentRow(row.Id, row.GivenName, row.FamilyName)
            {
                MiddleName = row.MiddleName,
                UserName = row.UserName,
                Address = row.Address,
                YearTitle = row.YearTitle,
                ClassId = row.ClassId,
                ClassTitle = row.ClassTitle,
                BirthDate = row.BirthDate,
                IsActiveInSource = row.IsActiveInSource,
            })
            .ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CatalogueRow>> CatalogueAsync(CancellationToken cancellationToken) =>
        await context.Set<StoredCatalogueEntry>()
            .Select(row => new CatalogueRow(row.Kind, row.SourceId, row.Title) { Subject = row.Subject, CourseId = row.CourseId })
            .ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LineItemRow>> LineItemsAsync(CancellationToken cancellationToken) =>
        await context.Set<StoredLineItem>()
            .Select(row => new LineItemRow(row.Id, row.Title, row.ClassId, row.Subject)
            {
                CategoryId = row.CategoryId,
                Category = row.Category,
                PeriodId = row.PeriodId,
                Period = row.Period,
                Date = row.Date,
                Minimum = row.Minimum,
                Maximum = row.Maximum,
            })
            .ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ImportKey>> KeysAsync<TRow>(CancellationToken cancellationToken)
        where TRow : class, IImportRow
    {
        var table = ImportTables.Of<TRow>();
        await using var command = Command($"SELECT {(table.IsOfStudents ? "student_id" : "NULL")}, id FROM {table.Name} WHERE school_id = @school");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var keys = new List<ImportKey>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(new ImportKey(await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetString(0), reader.GetString(1)));
        }

        return keys;
    }

    /// <inheritdoc/>
    public async Task<ImportCounts> StoreAsync<TRow>(ImportBatch<TRow> batch, CancellationToken cancellationToken)
        where TRow : class, IImportRow
    {
        var table = ImportTables.Of<TRow>();
        var merge = new ImportMerge<TRow>(table);
        var load = await loader.LoadAsync(table, merge, batch.Changes, cancellationToken);
        var isFirst = !await HasRowsAsync(table.Name, cancellationToken);

        long removed = 0;
        if (load.DeletesById > 0)
        {
            removed += await ExecuteAsync(merge.DeleteById, cancellationToken);
        }

        if (load.Deletes > load.DeletesById)
        {
            removed += await ExecuteAsync(merge.Delete, cancellationToken);
        }

        long changed = 0, added = 0;
        if (load.Puts > 0)
        {
            changed = isFirst ? 0 : await ExecuteAsync(merge.Update, cancellationToken);
            added = await ExecuteAsync(merge.Insert, cancellationToken);
            removed += added > 0 && !isFirst && merge.CanMove ? await ExecuteAsync(merge.DeleteMoved, cancellationToken) : 0;
        }

        if (batch.RemovesMissing)
        {
            removed += await ExecuteAsync(merge.RemoveMissing, cancellationToken);
        }

        foreach (var statement in removed > 0 ? table.Dependents : [])
        {
            await ExecuteAsync(statement, cancellationToken);
        }

        await ExecuteAsync($"DROP TABLE {merge.Staging}", cancellationToken);
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
    public ValueTask DisposeAsync() => transaction.DisposeAsync();

    private async Task<bool> HasRowsAsync(string table, CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT 1 FROM {table} WHERE school_id = @school LIMIT 1");
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Command(string sql)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        command.CommandTimeout = StatementSeconds;
        Add(command, "@school", context.SchoolId);
        Add(command, "@now", now.UtcTicks);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        // Both databases refuse a parameter that the statement does not have, one of them at least.
        if (command.CommandText.Contains(name, StringComparison.Ordinal))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }
}
