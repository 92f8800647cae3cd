using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Module.Tests.Examples;

/// <summary>What parents see of a student, from the gradebook of the LMS.</summary>
public sealed class LmsStudentRecords(IGradebook gradebook) : IStudentRecords
{
    public async Task<IReadOnlyList<Grade>> GradesAsync(StudentId student, CancellationToken cancellationToken) =>
        [.. (await gradebook.MarksAsync(student.Value, cancellationToken))
            .Select(mark => new Grade(mark.Id, mark.Subject, Period: null, mark.Work, mark.Day, mark.ChangedAt) { Score = mark.Score, Minimum = 1, Maximum = 10 })
            .OrderBy(grade => grade.Subject).ThenBy(grade => grade.Date)];

    public async Task<IReadOnlyList<StudentSummary>> SummariesAsync(IReadOnlyCollection<SummaryRequest> requests, CancellationToken cancellationToken)
    {
        var summaries = new List<StudentSummary>();
        foreach (var request in requests)
        {
            var grades = await GradesAsync(request.StudentId, cancellationToken);
            var changed = request.Since is { } since ? grades.Count(grade => grade.ChangedAt > since) : 0;
            summaries.Add(new StudentSummary(
                request.StudentId,
                grades.MaxBy(grade => grade.Date),
                ProgressPercent: null,
                changed == 0 ? new Dictionary<StudentPart, int>() : new() { [StudentPart.Grades] = changed }));
        }

        return summaries;
    }

    public Task<IReadOnlyList<LearningLine>> ProgressAsync(StudentId student, CancellationToken cancellationToken) => None<LearningLine>();

    public Task<IReadOnlyList<Assessment>> AssessmentsAsync(StudentId student, CancellationToken cancellationToken) => None<Assessment>();

    public Task<IReadOnlyList<Goal>> GoalsAsync(StudentId student, CancellationToken cancellationToken) => None<Goal>();

    public Task<IReadOnlyList<PersonalLink>> LinksAsync(StudentId student, CancellationToken cancellationToken) => None<PersonalLink>();

    public Task<IReadOnlyList<Conversation>> ConversationsAsync(StudentId student, CancellationToken cancellationToken) => None<Conversation>();

    private static Task<IReadOnlyList<T>> None<T>() => Task.FromResult<IReadOnlyList<T>>([]);
}
