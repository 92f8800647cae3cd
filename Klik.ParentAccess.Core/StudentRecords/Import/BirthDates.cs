using Klik.ParentAccess.Core.OneRoster;

namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>The dates of birth of the file; of all that demographics hold, nothing else is looked at (rule I13).</summary>
internal sealed class BirthDates
{
    private readonly Dictionary<string, DateOnly?> _dates = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly bool _removesMissing;

    private BirthDates(ImportRun run)
    {
        foreach (var row in run.Rows(FileKind.Demographics))
        {
            var user = row.OwnId();
            var date = row.Status() == RowStatus.ToBeDeleted ? null : row.Date(Columns.BirthDate);
            if (date > run.Today)
            {
                row.Refuse(RefusalReason.InvalidDate, Columns.BirthDate);
            }

            if (row.Refusal is null)
            {
                _dates[user] = date;
            }
            else if (row.ReadableId is { } id)
            {
                _kept.Add(id);
            }
        }

        _removesMissing = run.RemovesMissing(FileKind.Demographics);
    }

    /// <summary>Reads the file, if there is one.</summary>
    public static BirthDates Read(ImportRun run) => new(run);

    /// <summary>The date of birth of a user.</summary>
    /// <param name="user">The user.</param>
    /// <param name="stored">The date that was stored before.</param>
    public DateOnly? Of(string user, DateOnly? stored) =>
        _dates.TryGetValue(user, out var date) ? date
        : _removesMissing && !_kept.Contains(user) ? null
        : stored;
}
