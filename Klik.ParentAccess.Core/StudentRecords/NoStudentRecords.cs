using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>For a host where nobody gives student records yet: parents see their children, and nothing of them.</summary>
public sealed class NoStudentRecords : IStudentRecords
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<StudentSummary>> SummariesAsync(IReadOnlyCollection<SummaryRequest> requests, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StudentSummary>>([.. requests.Select(request => StudentSummary.Empty(request.StudentId))]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Grade>> GradesAsync(StudentId student, CancellationToken cancellationToken) => None<Grade>();

    /// <inheritdoc/>
    public Task<IReadOnlyList<LearningLine>> ProgressAsync(StudentId student, CancellationToken cancellationToken) => None<LearningLine>();

    /// <inheritdoc/>
    public Task<IReadOnlyList<Assessment>> AssessmentsAsync(StudentId student, CancellationToken cancellationToken) => None<Assessment>();

    /// <inheritdoc/>
    public Task<IReadOnlyList<Goal>> GoalsAsync(StudentId student, CancellationToken cancellationToken) => None<Goal>();

    /// <inheritdoc/>
    public Task<IReadOnlyList<PersonalLink>> LinksAsync(StudentId student, CancellationToken cancellationToken) => None<PersonalLink>();

    /// <inheritdoc/>
    public Task<IReadOnlyList<Conversation>> ConversationsAsync(StudentId student, CancellationToken cancellationToken) => None<Conversation>();

    private static Task<IReadOnlyList<T>> None<T>() => Task.FromResult<IReadOnlyList<T>>([]);
}
