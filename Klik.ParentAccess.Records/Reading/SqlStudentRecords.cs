using System.Data.Common;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Records.Reading;

/// <summary>The student records that an import brought; each list in one round trip.</summary>
internal sealed class SqlStudentRecords(IRecordDatabase database, RecordStatements statements, SummaryQuery summaries) : IStudentRecords
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<StudentSummary>> SummariesAsync(IReadOnlyCollection<SummaryRequest> requests, CancellationToken cancellationToken) =>
        summaries.ExecuteAsync(requests, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Grade>> GradesAsync(StudentId student, CancellationToken cancellationToken) =>
        await QueryAsync(statements.Grades, student, row => GradeReading.Read(row, 0), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LearningLine>> ProgressAsync(StudentId student, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync(
            statements.Progress,
            student,
            row => (Id: row.GetString(0), Title: row.GetString(1), Subject: row.TextOrNull(2), Activity: ReadActivity(row)),
            cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.Id)
                .Select(line => new LearningLine(line.Key, line.First().Title, line.First().Subject, [.. line.Select(row => row.Activity)])),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Assessment>> AssessmentsAsync(StudentId student, CancellationToken cancellationToken) =>
        await QueryAsync(
            statements.Assessments,
            student,
            row => new Assessment(row.GetString(0), row.GetString(1), row.Date(2), row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5), row.Moment(6))
            {
                Subject = row.TextOrNull(7),
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Goal>> GoalsAsync(StudentId student, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync(
            statements.Goals,
            student,
            row => (
                Goal: new Goal(row.GetString(0), row.GetString(1), row.TextOrNull(2), (ActivityState)row.GetInt32(3), row.DateOrNull(4), [], row.Moment(5)),
                Step: row.IsDBNull(6) ? null : new GoalStep(row.GetString(6), (ActivityState)row.GetInt32(7)),
                StepChangedAt: row.IsDBNull(6) ? (DateTimeOffset?)null : row.Moment(8)),
            cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.Goal.Id).Select(group => group.First().Goal with
            {
                Steps = [.. group.Select(row => row.Step).OfType<GoalStep>()],
                ChangedAt = group.Max(row => row.StepChangedAt > row.Goal.ChangedAt ? row.StepChangedAt.Value : row.Goal.ChangedAt),
            }),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonalLink>> LinksAsync(StudentId student, CancellationToken cancellationToken) =>
        await QueryAsync(
            statements.Links,
            student,
            row => new PersonalLink(
                row.GetString(0),
                row.GetString(1),
                (PersonalLinkKind)row.GetInt32(2),
                row.TextOrNull(3) is { } address ? new Uri(address) : null,
                row.TextOrNull(4),
                row.Moment(5)),
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Conversation>> ConversationsAsync(StudentId student, CancellationToken cancellationToken) =>
        await QueryAsync(
            statements.Conversations,
            student,
            row => new Conversation(
                row.GetString(0),
                row.GetString(1),
                row.Date(2),
                row.TextOrNull(3),
                row.TextOrNull(4),
                row.TextOrNull(5)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
                row.Moment(6)),
            cancellationToken);

    private static Activity ReadActivity(DbDataReader row)
    {
        // An activity without an entry of the student is one that is not begun.
        var state = row.IsDBNull(5) ? ActivityState.NotStarted : (ActivityState)row.GetInt32(5);
        return new Activity(row.GetString(3), row.GetString(4), state, row.DateOrNull(6), state == ActivityState.NotStarted ? null : row.Moment(7));
    }

    private async Task<List<T>> QueryAsync<T>(string sql, StudentId student, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.Command(sql, ("@school", database.SchoolId), ("@student", student.Value));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
