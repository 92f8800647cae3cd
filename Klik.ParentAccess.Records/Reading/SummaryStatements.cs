using System.Collections.Concurrent;
using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Records.Reading;

/// <summary>
/// The statement of the overview, written by hand because it is asked at every visit: each branch reads one student's entries by
/// the beginning of their key. Made once for each number of students.
/// </summary>
internal sealed class SummaryStatements(RecordTables tables)
{
    private static readonly (StudentPart Part, RecordTable Table)[] Parts =
    [
        (StudentPart.Grades, RecordTable.Results),
        (StudentPart.Progress, RecordTable.ActivityProgress),
        (StudentPart.Assessments, RecordTable.Assessments),
        (StudentPart.Links, RecordTable.PersonalLinks),
        (StudentPart.Conversations, RecordTable.Conversations),
    ];

    private readonly ConcurrentDictionary<int, string> _statements = new();

    /// <summary>
    /// The statement for so many students, with the parameters <c>@school</c> and for each student <c>@student0</c> and
    /// <c>@since0</c>. Its columns: which student, what kind of line (<see cref="SummaryLine"/>), two numbers, and the newest result.
    /// </summary>
    public string For(int students) =>
        _statements.GetOrAdd(students, count => string.Join("\nUNION ALL\n", Enumerable.Range(0, count).SelectMany(Branches)));

    private IEnumerable<string> Branches(int i)
    {
        const string NoGrade = "NULL AS id, NULL AS subject, NULL AS period, NULL AS title, NULL AS date, NULL AS changed_at, NULL AS score, NULL AS text, NULL AS minimum, NULL AS maximum, NULL AS category, NULL AS comment";
        var own = $"x.school_id = @school AND x.student_id = @student{i}";

        // The first branch gives the columns their types.
        yield return $"""
            SELECT {i} AS request, {SummaryLine.NewestGrade} AS line, 0 AS one, 0 AS two, n.id, item.subject, item.period, item.title, n.date, n.changed_at,
              n.score, n.text, item.minimum, item.maximum, item.category, n.comment
            FROM (SELECT x.* FROM {tables[RecordTable.Results]} x WHERE {own} ORDER BY x.date DESC, x.changed_at DESC, x.id LIMIT 1) AS n
              JOIN {tables[RecordTable.LineItems]} item ON item.school_id = @school AND item.id = n.line_item_id
            """;
        foreach (var (part, table) in Parts)
        {
            yield return $"SELECT {i}, {(int)part}, count(*), 0, {NoGrade} FROM {tables[table]} x WHERE {own} AND x.changed_at > @since{i}";
        }

        yield return $"""
            SELECT {i}, {(int)StudentPart.Goals}, count(*), 0, {NoGrade} FROM {tables[RecordTable.Goals]} x WHERE {own} AND (x.changed_at > @since{i} OR EXISTS (
              SELECT 1 FROM {tables[RecordTable.GoalSteps]} s WHERE s.school_id = @school AND s.student_id = x.student_id AND s.goal_id = x.id AND s.changed_at > @since{i}))
            """;
        yield return $"""
            SELECT {i}, {SummaryLine.Progress}, count(*), count(CASE WHEN x.state = {(int)ActivityState.Done} THEN 1 END), {NoGrade}
            FROM (SELECT DISTINCT b.learning_line_id FROM {tables[RecordTable.ActivityProgress]} x JOIN {tables[RecordTable.Activities]} b ON b.school_id = @school AND b.id = x.id WHERE {own}) AS line
              JOIN {tables[RecordTable.Activities]} a ON a.school_id = @school AND a.learning_line_id = line.learning_line_id
              LEFT JOIN {tables[RecordTable.ActivityProgress]} x ON {own} AND x.id = a.id
            """;
    }
}
