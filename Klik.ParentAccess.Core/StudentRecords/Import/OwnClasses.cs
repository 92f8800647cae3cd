using Klik.ParentAccess.Core.OneRoster;

namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>
/// Which class is a student's own: a homeroom that the student is enrolled in. Of several the present one goes first, then the
/// primary one, then the one that began last.
/// </summary>
internal sealed class OwnClasses
{
    private readonly Dictionary<string, Choice> _choices = new(StringComparer.Ordinal);
    private readonly HashSet<(string User, string Class)> _ended = [];
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly bool _removesMissing;

    private OwnClasses(ImportRun run, SchoolCatalogue catalogue)
    {
        var knowsClasses = catalogue.HasClasses;
        foreach (var row in run.Rows(FileKind.Enrollments))
        {
            var user = row.OwnId(Columns.UserSourcedId);
            var classId = row.Id(Columns.ClassSourcedId);
            var isStudent = row.Word(Columns.Role) == "student";
            var status = row.Status();
            var begin = row.Date(Columns.BeginDate) ?? DateOnly.MinValue;
            var end = row.Date(Columns.EndDate) ?? DateOnly.MaxValue;
            var choice = new Choice(begin <= run.Today && run.Today <= end, row.Boolean(Columns.Primary) ?? false, begin, classId);
            var found = catalogue.Class(classId);
            if (found is null && knowsClasses && status == RowStatus.Active)
            {
                row.Refuse(RefusalReason.UnknownClass, Columns.ClassSourcedId);
            }

            if (row.Refusal is not null)
            {
                _kept.Add(user);
            }
            else if (!isStudent || found?.Kind != CatalogueKind.Homeroom)
            {
                run.Ignore(FileKind.Enrollments);
            }
            else if (status != RowStatus.Active)
            {
                _ended.Add((user, classId));
            }
            else if (!_choices.TryGetValue(user, out var present) || choice.CompareTo(present) > 0)
            {
                _choices[user] = choice;
            }
        }

        _removesMissing = run.RemovesMissing(FileKind.Enrollments);
    }

    /// <summary>Reads the file of enrolments, if there is one.</summary>
    public static OwnClasses Read(ImportRun run, SchoolCatalogue catalogue) => new(run, catalogue);

    /// <summary>The class of a user.</summary>
    /// <param name="user">The user.</param>
    /// <param name="stored">The class that was stored before.</param>
    public string? Of(string user, string? stored) =>
        _choices.TryGetValue(user, out var choice) ? choice.ClassId
        : _kept.Contains(user) ? stored
        : _removesMissing || (stored is not null && _ended.Contains((user, stored))) ? null
        : stored;

    private readonly record struct Choice(bool IsPresent, bool IsPrimary, DateOnly Begin, string ClassId) : IComparable<Choice>
    {
        public int CompareTo(Choice other) => (IsPresent, IsPrimary, Begin, ClassId).CompareTo((other.IsPresent, other.IsPrimary, other.Begin, other.ClassId));
    }
}
