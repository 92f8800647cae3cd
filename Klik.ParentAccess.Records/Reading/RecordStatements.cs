using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Records.Reading;

/// <summary>The statements that read one part of a student's record, each by the beginning of a key; <c>@school</c> and
/// <c>@student</c> are their parameters.</summary>
internal sealed class RecordStatements(RecordTables tables)
{
    public string Grades { get; } =
        $"""
        SELECT r.id, i.subject, i.period, i.title, r.date, r.changed_at, r.score, r.text, i.minimum, i.maximum, i.category, r.comment
        FROM {tables[RecordTable.Results]} r JOIN {tables[RecordTable.LineItems]} i ON i.school_id = r.school_id AND i.id = r.line_item_id
        WHERE r.school_id = @school AND r.student_id = @student
        ORDER BY i.subject, r.date, r.id
        """;

    public string Progress { get; } =
        $"""
        SELECT l.id, l.title, l.subject, a.id, a.title, p.state, p.date, p.changed_at
        FROM (
            SELECT DISTINCT b.learning_line_id FROM {tables[RecordTable.ActivityProgress]} x
              JOIN {tables[RecordTable.Activities]} b ON b.school_id = @school AND b.id = x.id
            WHERE x.school_id = @school AND x.student_id = @student) AS own
          JOIN {tables[RecordTable.LearningLines]} l ON l.school_id = @school AND l.id = own.learning_line_id
          JOIN {tables[RecordTable.Activities]} a ON a.school_id = @school AND a.learning_line_id = l.id
          LEFT JOIN {tables[RecordTable.ActivityProgress]} p ON p.school_id = @school AND p.student_id = @student AND p.id = a.id
        ORDER BY l.sort_order, l.title, l.id, a.sort_order, a.title, a.id
        """;

    public string Assessments { get; } =
        $"""
        SELECT t.id, t.title, t.date, t.teacher, t.level, t.text, t.changed_at, t.subject FROM {tables[RecordTable.Assessments]} t
        WHERE t.school_id = @school AND t.student_id = @student
        ORDER BY t.date DESC, t.title, t.id
        """;

    public string Goals { get; } =
        $"""
        SELECT g.id, g.title, g.description, g.state, g.due_date, g.changed_at, s.title, s.state, s.changed_at
        FROM {tables[RecordTable.Goals]} g
          LEFT JOIN {tables[RecordTable.GoalSteps]} s ON s.school_id = g.school_id AND s.student_id = g.student_id AND s.goal_id = g.id
        WHERE g.school_id = @school AND g.student_id = @student
        ORDER BY CASE WHEN g.state = {(int)ActivityState.Done} THEN 1 ELSE 0 END, CASE WHEN g.due_date IS NULL THEN 1 ELSE 0 END, g.due_date,
          g.title, g.id, s.sort_order, s.title, s.id
        """;

    public string Links { get; } =
        $"""
        SELECT t.id, t.title, t.kind, t.address, t.description, t.changed_at FROM {tables[RecordTable.PersonalLinks]} t
        WHERE t.school_id = @school AND t.student_id = @student
        ORDER BY t.title, t.id
        """;

    public string Conversations { get; } =
        $"""
        SELECT t.id, t.title, t.date, t.participants, t.report, t.agreements, t.changed_at FROM {tables[RecordTable.Conversations]} t
        WHERE t.school_id = @school AND t.student_id = @student
        ORDER BY t.date DESC, t.title, t.id
        """;
}
