using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>
/// What a parent sees of a student (rules I14, I15). The built-in implementation is filled by import; an LMS can implement the
/// interface itself. It is asked only after access has been checked. Lists of an unknown student are empty.
/// </summary>
public interface IStudentRecords
{
    /// <summary>The summaries of some students, in one round trip; a student without any record gets an empty summary.</summary>
    Task<IReadOnlyList<StudentSummary>> SummariesAsync(IReadOnlyCollection<SummaryRequest> requests, CancellationToken cancellationToken);

    /// <summary>The results by subject, and by date within one.</summary>
    Task<IReadOnlyList<Grade>> GradesAsync(StudentId student, CancellationToken cancellationToken);

    /// <summary>The learning lines that the student has, each with all its activities.</summary>
    Task<IReadOnlyList<LearningLine>> ProgressAsync(StudentId student, CancellationToken cancellationToken);

    /// <summary>The assessments, the newest first.</summary>
    Task<IReadOnlyList<Assessment>> AssessmentsAsync(StudentId student, CancellationToken cancellationToken);

    /// <summary>The personal goals, open ones first.</summary>
    Task<IReadOnlyList<Goal>> GoalsAsync(StudentId student, CancellationToken cancellationToken);

    /// <summary>The personal links by title.</summary>
    Task<IReadOnlyList<PersonalLink>> LinksAsync(StudentId student, CancellationToken cancellationToken);

    /// <summary>The conversations, the newest first.</summary>
    Task<IReadOnlyList<Conversation>> ConversationsAsync(StudentId student, CancellationToken cancellationToken);
}
