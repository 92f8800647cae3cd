using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.StudentRecords;

/// <summary>The student records that an import brought; each list in one round trip.</summary>
internal sealed class PortalStudentRecords(ParentAccessDbContext context, SummaryQuery summaries) : IStudentRecords
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<StudentSummary>> SummariesAsync(IReadOnlyCollection<SummaryRequest> requests, CancellationToken cancellationToken) =>
        summaries.ExecuteAsync(requests, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Grade>> GradesAsync(StudentId student, CancellationToken cancellationToken)
    {
        var id = student.Value;
        var rows = await (
            from result in context.Set<StoredResult>()
            join item in context.Set<StoredLineItem>() on result.LineItemId equals item.Id
            where result.StudentId == id
            orderby item.Subject, result.Date, result.Id
            select new { result, item }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new Grade(row.result.Id, row.item.Subject, row.item.Period, row.item.Title, row.result.Date, row.result.ChangedAt)
            {
                Score = row.result.Score,
                Text = row.result.Text,
                Minimum = row.item.Minimum,
                Maximum = row.item.Maximum,
                Category = row.item.Category,
                Comment = row.result.Comment,
            }),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LearningLine>> ProgressAsync(StudentId student, CancellationToken cancellationToken)
    {
        var id = student.Value;
        var lines = from progress in context.Set<StoredActivityProgress>()
                    join activity in context.Set<StoredActivity>() on progress.Id equals activity.Id
                    where progress.StudentId == id
                    select activity.LearningLineId;
        var rows = await (
            from activity in context.Set<StoredActivity>()
            join line in context.Set<StoredLearningLine>() on activity.LearningLineId equals line.Id
            join progress in context.Set<StoredActivityProgress>().Where(row => row.StudentId == id) on activity.Id equals progress.Id into progresses
            from progress in progresses.DefaultIfEmpty()
            where lines.Contains(activity.LearningLineId)
            orderby line.SortOrder, line.Title, line.Id, activity.SortOrder, activity.Title, activity.Id
            select new { line, activity, progress }).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.line.Id).Select(line => new LearningLine(
                line.Key,
                line.First().line.Title,
                line.First().line.Subject,
                [
                    .. line.Select(row => new Activity(
                        row.activity.Id,
                        row.activity.Title,
                        row.progress?.State ?? ActivityState.NotStarted,
                        row.progress?.Date,
                        row.progress is null or { State: ActivityState.NotStarted } ? null : row.progress.ChangedAt)),
                ])),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Assessment>> AssessmentsAsync(StudentId student, CancellationToken cancellationToken)
    {
        var id = student.Value;
        var rows = await context.Set<StoredAssessment>()
            .Where(row => row.StudentId == id)
            .OrderByDescending(row => row.Date).ThenBy(row => row.Title).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Assessment(row.Id, row.Title, row.Date, row.Teacher, row.Level, row.Text, row.ChangedAt) { Subject = row.Subject })];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Goal>> GoalsAsync(StudentId student, CancellationToken cancellationToken)
    {
        var id = student.Value;
        var rows = await (
            from goal in context.Set<StoredGoal>()
            join step in context.Set<StoredGoalStep>() on new { goal.StudentId, GoalId = goal.Id } equals new { step.StudentId, step.GoalId } into steps
            from step in steps.DefaultIfEmpty()
            where goal.StudentId == id
            orderby goal.State == ActivityState.Done, goal.DueDate == null, goal.DueDate, goal.Title, goal.Id, step.SortOrder, step.Title, step.Id
            select new { goal, step }).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.goal.Id).Select(group => new Goal(
                group.Key,
                group.First().goal.Title,
                group.First().goal.Description,
                group.First().goal.State,
                group.First().goal.DueDate,
                [.. group.Where(row => row.step is not null).Select(row => new GoalStep(row.step!.Title, row.step.State))],
                group.Max(row => row.step is { } step && step.ChangedAt > row.goal.ChangedAt ? step.ChangedAt : row.goal.ChangedAt))),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PersonalLink>> LinksAsync(StudentId student, CancellationToken cancellationToken)
    {
        var id = student.Value;
        var rows = await context.Set<StoredPersonalLink>()
            .Where(row => row.StudentId == id)
            .OrderBy(row => row.Title).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new PersonalLink(row.Id, row.Title, row.Kind, row.Address is null ? null : new Uri(row.Address), row.Description, row.ChangedAt))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Conversation>> ConversationsAsync(StudentId student, CancellationToken cancellationToken)
    {
        var id = student.Value;
        var rows = await context.Set<StoredConversation>()
            .Where(row => row.StudentId == id)
            .OrderByDescending(row => row.Date).ThenBy(row => row.Title).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new Conversation(
                row.Id,
                row.Title,
                row.Date,
                row.Participants,
                row.Report,
                row.Agreements?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
                row.ChangedAt)),
        ];
    }
}
