using System.Collections.Concurrent;
using System.Data.Common;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>
/// What the overview shows, for all of a parent's children in one round trip. Written by hand because it is asked at every visit:
/// each branch reads one student's entries by the beginning of their key.
/// </summary>
internal sealed class SummaryQuery(ParentAccessDbContext context)
{
    private static readonly (StudentPart Part, string Table)[] Parts =
    [
        (StudentPart.Grades, "results"),
        (StudentPart.Progress, "activity_progress"),
        (StudentPart.Assessments, "assessments"),
        (StudentPart.Links, "personal_links"),
        (StudentPart.Conversations, "conversations"),
    ];

    private static readonly ConcurrentDictionary<int, string> Statements = new();

    /// <summary>The summaries in the order of the requests.</summary>
    public async Task<IReadOnlyList<StudentSummary>> ExecuteAsync(IReadOnlyCollection<SummaryRequest> requests, CancellationToken cancellationToken)
    {
        if (requests.Count == 0)
        {
            return [];
        }

        var drafts = requests.Select(request => new Draft(request.StudentId)).ToList();
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Command(requests);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                Read(reader, drafts[reader.GetInt32(0)]);
            }
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }

        return [.. drafts.Select(draft => draft.ToSummary())];
    }

    private DbCommand Command(IReadOnlyCollection<SummaryRequest> requests)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Statements.GetOrAdd(requests.Count, Statement);
        Add(command, "@school", context.SchoolId);
        foreach (var (i, request) in requests.Index())
        {
            Add(command, $"@student{i}", request.StudentId.Value);

            // A first visit finds nothing new.
            Add(command, $"@since{i}", request.Since?.UtcTicks ?? long.MaxValue);
        }

        return command;
    }

    // Columns: which request, what kind of line, two numbers, and the newest result.
    private static string Statement(int count) => string.Join("\nUNION ALL\n", Enumerable.Range(0, count).SelectMany(Branches));

    private static IEnumerable<string> Branches(int i)
    {
        const string NoGrade = "NULL AS id, NULL AS subject, NULL AS period, NULL AS title, NULL AS date, NULL AS changed_at, NULL AS score, NULL AS text, NULL AS minimum, NULL AS maximum, NULL AS category, NULL AS comment";
        var own = $"x.school_id = @school AND x.student_id = @student{i}";

        // The first branch gives the columns their types.
        yield return $"""
            SELECT {i} AS request, {Line.NewestGrade} AS line, 0 AS one, 0 AS two, n.id, item.subject, item.period, item.title, n.date, n.changed_at,
              n.score, n.text, item.minimum, item.maximum, item.category, n.comment
            FROM (SELECT x.* FROM results x WHERE {own} ORDER BY x.date DESC, x.changed_at DESC, x.id LIMIT 1) AS n
              JOIN line_items item ON item.school_id = @school AND item.id = n.line_item_id
            """;
        foreach (var (part, table) in Parts)
        {
            yield return $"SELECT {i}, {(int)part}, count(*), 0, {NoGrade} FROM {table} x WHERE {own} AND x.changed_at > @since{i}";
        }

        yield return $"""
            SELECT {i}, {(int)StudentPart.Goals}, count(*), 0, {NoGrade} FROM goals x WHERE {own} AND (x.changed_at > @since{i} OR EXISTS (
              SELECT 1 FROM goal_steps s WHERE s.school_id = @school AND s.student_id = x.student_id AND s.goal_id = x.id AND s.changed_at > @since{i}))
            """;
        yield return $"""
            SELECT {i}, {Line.Progress}, count(*), count(CASE WHEN x.state = {(int)ActivityState.Done} THEN 1 END), {NoGrade}
            FROM (SELECT DISTINCT b.learning_line_id FROM activity_progress x JOIN activities b ON b.school_id = @school AND b.id = x.id WHERE {own}) AS line
              JOIN activities a ON a.school_id = @school AND a.learning_line_id = line.learning_line_id
              LEFT JOIN activity_progress x ON {own} AND x.id = a.id
            """;
    }

    private static void Read(DbDataReader reader, Draft draft)
    {
        var line = reader.GetInt32(1);
        var one = reader.GetInt32(2);
        if (line == Line.NewestGrade)
        {
            draft.NewestGrade = ReadGrade(reader);
        }
        else if (line == Line.Progress)
        {
            draft.ProgressPercent = one == 0 ? null : reader.GetInt32(3) * 100 / one;
        }
        else if (one > 0)
        {
            draft.Changed[(StudentPart)line] = one;
        }
    }

    private static Grade ReadGrade(DbDataReader reader) =>
        new(reader.GetString(4), reader.GetString(5), Text(reader, 6), reader.GetString(7), reader.GetFieldValue<DateOnly>(8), new DateTimeOffset(reader.GetInt64(9), TimeSpan.Zero))
        {
            Score = Number(reader, 10),
            Text = Text(reader, 11),
            Minimum = Number(reader, 12),
            Maximum = Number(reader, 13),
            Category = Text(reader, 14),
            Comment = Text(reader, 15),
        };

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static decimal? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static class Line
    {
        public const int NewestGrade = -1;
        public const int Progress = -2;
    }

    private sealed class Draft(StudentId studentId)
    {
        public Grade? NewestGrade { get; set; }

        public int? ProgressPercent { get; set; }

        public Dictionary<StudentPart, int> Changed { get; } = [];

        public StudentSummary ToSummary() => new(studentId, NewestGrade, ProgressPercent, Changed);
    }
}
