using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>
/// Makes students of users, roles, demographics and enrolments, on top of what was stored. A student is never removed: one whom
/// the school's system no longer has becomes inactive there (rule I7). Of parents and staff nothing is stored.
/// </summary>
internal sealed class StudentImport
{
    private readonly ImportRun _run;
    private readonly SchoolCatalogue _catalogue;
    private readonly Dictionary<string, StudentRow> _stored;
    private readonly UserRoles _roles;
    private readonly BirthDates _birthDates;
    private readonly OwnClasses _classes;
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known;
    private bool _hasStudents;

    private StudentImport(ImportRun run, SchoolCatalogue catalogue, IReadOnlyList<StudentRow> stored)
    {
        _run = run;
        _catalogue = catalogue;
        _stored = stored.ToDictionary(student => student.Id, StringComparer.Ordinal);
        _known = [.. _stored.Keys];
        _roles = UserRoles.Read(run);
        _birthDates = BirthDates.Read(run);
        _classes = OwnClasses.Read(run, catalogue);
    }

    /// <summary>Parents and other relatives that were not stored.</summary>
    public long Parents { get; private set; }

    /// <summary>Members of staff that were not stored.</summary>
    public long Staff { get; private set; }

    /// <summary>Whether there is a student with an identifier.</summary>
    public bool Knows(string id) => _known.Contains(id);

    /// <summary>Reads the files and stores what they change.</summary>
    /// <exception cref="BrokenImportException">A complete list of users has no student.</exception>
    public static async Task<StudentImport> ImportAsync(ImportRun run, SchoolCatalogue catalogue, IImportTransaction transaction)
    {
        var import = new StudentImport(run, catalogue, await transaction.StudentsAsync(run.CancellationToken));
        var counts = await transaction.StoreAsync(new ImportBatch<StudentRow>(import.Changes(), () => false), run.CancellationToken);
        run.Count(FileKind.Users, counts);
        return import;
    }

    private IEnumerable<ImportChange<StudentRow>> Changes()
    {
        foreach (var change in _run.Changes<StudentRow>(FileKind.Users, Parse))
        {
            // A refused row names its student too, who is therefore not missing.
            _named.Add(change.Id);
            if (change.Action == ImportAction.Put)
            {
                _known.Add(change.Id);
                yield return change;
            }
        }

        if (_run.ModeOf(FileKind.Users) == DataMode.Bulk && !_hasStudents)
        {
            throw new BrokenImportException(BrokenReason.NoStudents, FileKind.Users.FileName);
        }

        var removesMissing = _run.RemovesMissing(FileKind.Users);
        foreach (var student in _stored.Values.Where(student => !_named.Contains(student.Id)))
        {
            var isGone = removesMissing || _roles.Of(student.Id) is { } role and not UserRole.Student;
            yield return ImportChanges.Put(Complete(student with { IsActiveInSource = student.IsActiveInSource && !isGone }, student));
        }
    }

    private ImportChange<StudentRow>? Parse(OneRosterRow row)
    {
        var id = row.OwnId();
        var status = row.Status();
        var stored = _stored.GetValueOrDefault(id);
        var role = _roles.Of(row, id);
        if (row.Refusal is null && role is UserRole.Staff or UserRole.Relative or UserRole.None)
        {
            return NoStudent(role.Value, stored);
        }

        if (status == RowStatus.ToBeDeleted)
        {
            return stored is null ? null : Gone(stored);
        }

        if (role is null && stored is null)
        {
            row.Refuse(RefusalReason.MissingRole, Columns.Role);
        }

        var student = Read(row, id, stored, status);
        _hasStudents |= row.Refusal is null;
        return ImportChanges.Put(student);
    }

    private StudentRow Read(OneRosterRow row, string id, StudentRow? stored, RowStatus status)
    {
        var givenName = row.Text(Columns.PreferredGivenName) ?? row.Text(Columns.GivenName) ?? "";
        var familyName = row.Text(Columns.PreferredFamilyName) ?? row.Text(Columns.FamilyName) ?? "";
        var isEnabled = row.Boolean(Columns.EnabledUser);
        if (givenName.Length == 0 && familyName.Length == 0)
        {
            row.Refuse(RefusalReason.MissingValue, Columns.GivenName);
        }

        if (isEnabled is null)
        {
            row.Refuse(RefusalReason.MissingValue, Columns.EnabledUser);
        }

        var student = new StudentRow(id, givenName.Length > 0 ? givenName : familyName, givenName.Length > 0 ? familyName : "")
        {
            MiddleName = row.Text(Columns.PreferredMiddleName) ?? row.Text(Columns.MiddleName),
            UserName = row.Text(Columns.UserName),
            Address = row.Address(Columns.Email)?.Value,
            YearTitle = row.Text(Columns.Grades),
            FamilyLanguage = FamilyLanguage.Of(row.Text(Columns.FamilyLanguage)),
            IsActiveInSource = status == RowStatus.Active && isEnabled == true,
        };
        return Complete(student, stored);
    }

    private StudentRow Complete(StudentRow student, StudentRow? stored)
    {
        var classId = _classes.Of(student.Id, stored?.ClassId);
        return student with
        {
            BirthDate = _birthDates.Of(student.Id, stored?.BirthDate),
            ClassId = classId,
            ClassTitle = (classId is null ? null : _catalogue.Class(classId)?.Title) ?? student.YearTitle,
        };
    }

    private ImportChange<StudentRow>? NoStudent(UserRole role, StudentRow? stored)
    {
        Parents += role == UserRole.Relative ? 1 : 0;
        Staff += role == UserRole.Staff ? 1 : 0;
        return stored is null ? null : Gone(stored);
    }

    private ImportChange<StudentRow> Gone(StudentRow stored) => ImportChanges.Put(Complete(stored with { IsActiveInSource = false }, stored));
}
