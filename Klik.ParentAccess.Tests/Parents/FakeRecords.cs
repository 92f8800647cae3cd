using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>The same record for each student, summarised as the built-in one is.</summary>
internal sealed class FakeRecords : IStudentRecords
{
    public IReadOnlyList<Grade> Grades { get; set; } = [];

    public IReadOnlyList<LearningLine> Lines { get; set; } = [];

    public IReadOnlyList<Assessment> Assessments { get; set; } = [];

    public IReadOnlyList<Goal> Goals { get; set; } = [];

    public IReadOnlyList<PersonalLink> Links { get; set; } = [];

    public IReadOnlyList<Conversation> Conversations { get; set; } = [];

    public Task<IReadOnlyList<StudentSummary>> SummariesAsync(IReadOnlyCollection<SummaryRequest> requests, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StudentSummary>>([.. requests.Select(Summary)]);

    public Task<IReadOnlyList<Grade>> GradesAsync(StudentId student, CancellationToken cancellationToken) => Task.FromResult(Grades);

    public Task<IReadOnlyList<LearningLine>> ProgressAsync(StudentId student, CancellationToken cancellationToken) => Task.FromResult(Lines);

    public Task<IReadOnlyList<Assessment>> AssessmentsAsync(StudentId student, CancellationToken cancellationToken) => Task.FromResult(Assessments);

    public Task<IReadOnlyList<Goal>> GoalsAsync(StudentId student, CancellationToken cancellationToken) => Task.FromResult(Goals);

    public Task<IReadOnlyList<PersonalLink>> LinksAsync(StudentId student, CancellationToken cancellationToken) => Task.FromResult(Links);

    public Task<IReadOnlyList<Conversation>> ConversationsAsync(StudentId student, CancellationToken cancellationToken) => Task.FromResult(Conversations);

    private StudentSummary Summary(SummaryRequest request)
    {
        var activities = Lines.SelectMany(line => line.Activities).ToList();
        var changed = new Dictionary<StudentPart, int>
        {
            [StudentPart.Grades] = Grades.Count(grade => grade.ChangedAt > request.Since),
            [StudentPart.Progress] = activities.Count(activity => activity.ChangedAt > request.Since),
            [StudentPart.Assessments] = Assessments.Count(assessment => assessment.ChangedAt > request.Since),
            [StudentPart.Goals] = Goals.Count(goal => goal.ChangedAt > request.Since),
            [StudentPart.Links] = Links.Count(link => link.ChangedAt > request.Since),
            [StudentPart.Conversations] = Conversations.Count(conversation => conversation.ChangedAt > request.Since),
        };
        return new StudentSummary(
            request.StudentId,
            Grades.MaxBy(grade => grade.Date),
            activities.Count == 0 ? null : activities.Count(activity => activity.State == ActivityState.Done) * 100 / activities.Count,
            changed.Where(change => change.Value > 0).ToDictionary());
    }
}
