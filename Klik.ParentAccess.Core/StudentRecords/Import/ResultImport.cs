using Klik.ParentAccess.Core.OneRoster;

namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>Makes the grade list of line items and results.</summary>
internal sealed class ResultImport
{
    private readonly ImportRun _run;
    private readonly SchoolCatalogue _catalogue;
    private readonly StudentImport _students;
    private readonly Dictionary<string, DateOnly?> _dates = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);

    private ResultImport(ImportRun run, SchoolCatalogue catalogue, StudentImport students) => (_run, _catalogue, _students) = (run, catalogue, students);

    /// <summary>Reads the files and stores what they change.</summary>
    public static async Task ImportAsync(ImportRun run, SchoolCatalogue catalogue, StudentImport students, IImportTransaction transaction)
    {
        var import = new ResultImport(run, catalogue, students);
        var lineItems = import.LineItems(await transaction.LineItemsAsync(run.CancellationToken));
        var counts = await transaction.StoreAsync(new ImportBatch<LineItemRow>(lineItems, () => false), run.CancellationToken);
        if (run.Has(FileKind.Results))
        {
            var results = run.Batch<ResultRow>(FileKind.Results, import.ParseResult);
            run.Count(FileKind.Results, await transaction.StoreAsync(results, run.CancellationToken));
        }

        if (run.Has(FileKind.LineItems))
        {
            // Only now: a line item that is missing stays while a result refers to it.
            var kept = import._dates.Keys.Select(ImportChanges.Keep<LineItemRow>);
            var removed = await transaction.StoreAsync(new ImportBatch<LineItemRow>(kept, () => run.RemovesMissing(FileKind.LineItems)), run.CancellationToken);
            run.Count(FileKind.LineItems, counts + removed);
        }
    }

    private List<ImportChange<LineItemRow>> LineItems(IReadOnlyList<LineItemRow> stored)
    {
        var changes = _run.Changes<LineItemRow>(FileKind.LineItems, ParseLineItem).ToList();
        var kept = changes.Where(change => change.Action == ImportAction.Keep).Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        _deleted.UnionWith(changes.Where(change => change.Action == ImportAction.Delete).Select(change => change.Id));
        foreach (var change in changes.Where(change => change.Action == ImportAction.Put))
        {
            _dates[change.Id] = change.Row!.Date;
        }

        var removesMissing = _run.RemovesMissing(FileKind.LineItems);
        foreach (var item in stored.Where(item => !_dates.ContainsKey(item.Id) && !_deleted.Contains(item.Id)))
        {
            if (!removesMissing || kept.Contains(item.Id))
            {
                _dates[item.Id] = item.Date;
                changes.Add(ImportChanges.Put(WithTitles(item)));
            }
        }

        return changes;
    }

    private ImportChange<LineItemRow>? ParseLineItem(OneRosterRow row)
    {
        var id = row.OwnId();
        if (row.Status() != RowStatus.Active)
        {
            return ImportChanges.Delete<LineItemRow>(id);
        }

        var item = new LineItemRow(id, row.RequiredText(Columns.Title), row.Id(Columns.ClassSourcedId), "")
        {
            CategoryId = row.OptionalId(Columns.CategorySourcedId),
            PeriodId = row.OptionalId(Columns.GradingPeriodSourcedId) ?? row.OptionalId(Columns.AcademicSessionSourcedId),
            Date = row.Date(Columns.DueDate) ?? row.Date(Columns.AssignDate),
            Minimum = row.Number(Columns.ResultValueMin),
            Maximum = row.Number(Columns.ResultValueMax),
        };
        if (_catalogue.Class(item.ClassId) is null)
        {
            row.Refuse(RefusalReason.UnknownClass, Columns.ClassSourcedId);
        }

        return ImportChanges.Put(WithTitles(item));
    }

    // A title that is no longer known stays as it was: a result of last year keeps its period.
    private LineItemRow WithTitles(LineItemRow item) => item with
    {
        Subject = _catalogue.Class(item.ClassId) is { } own ? _catalogue.SubjectOf(own) : item.Subject,
        Category = _catalogue.CategoryTitle(item.CategoryId) ?? item.Category,
        Period = _catalogue.SessionTitle(item.PeriodId) ?? item.Period,
    };

    private ImportChange<ResultRow>? ParseResult(OneRosterRow row)
    {
        var id = row.OwnId();
        if (row.Status() != RowStatus.Active)
        {
            return ImportChanges.Delete<ResultRow>(id, row.OptionalId(Columns.StudentSourcedId));
        }

        var student = row.Id(Columns.StudentSourcedId);
        var lineItem = row.Id(Columns.LineItemSourcedId);
        var (score, text) = Score(row);
        var comment = row.Text(Columns.Comment, OneRosterRow.LongText);
        var counts = Counts(row);
        if (!_students.Knows(student))
        {
            row.Refuse(RefusalReason.UnknownStudent, Columns.StudentSourcedId);
        }

        if (_deleted.Contains(lineItem) || !counts || (score is null && text is null && comment is null))
        {
            // Nothing to show, or no longer: what was stored for it goes.
            return ImportChanges.Delete<ResultRow>(id, student);
        }

        if (!_dates.TryGetValue(lineItem, out var lineItemDate))
        {
            row.Refuse(RefusalReason.UnknownLineItem, Columns.LineItemSourcedId);
        }

        var date = row.Date(Columns.ScoreDate) ?? lineItemDate ?? row.Date(Columns.DateLastModified);
        if (date is null)
        {
            row.Refuse(RefusalReason.MissingValue, Columns.ScoreDate);
        }

        return ImportChanges.Put(new ResultRow(student, id, lineItem, date ?? default) { Score = score, Text = text, Comment = comment });
    }

    // The specification wants a number; Dutch exports also write letters ("V") and words ("goed") there.
    private static (decimal? Score, string? Text) Score(OneRosterRow row)
    {
        var text = row.Text(Columns.TextScore);
        var score = row.Text(Columns.Score);
        return score is not null && char.IsLetter(score[0]) ? (null, text ?? score) : (row.Number(Columns.Score), text);
    }

    // Exempt, or nothing marked yet: a number in such a row is a filler and would mislead.
    private static bool Counts(OneRosterRow row)
    {
        switch (row.Word(Columns.ScoreStatus))
        {
            case "" or "fullygraded" or "partiallygraded":
                return true;
            case "exempt" or "notsubmitted" or "submitted":
                return false;
            default:
                row.Refuse(RefusalReason.UnknownScoreStatus, Columns.ScoreStatus);
                return false;
        }
    }
}
