using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Views;

namespace Klik.Portal.Storage.Views;

/// <summary>A row of <c>views</c>: when, which account, which student, which part, and nothing else (rule P5).</summary>
internal sealed class ViewRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string AccountId { get; init; }

    public required string StudentId { get; init; }

    public required StudentPart Part { get; init; }

    public static ViewRow From(string schoolId, View view) => new()
    {
        SchoolId = schoolId,
        Id = view.Id,
        At = view.At,
        AccountId = view.AccountId,
        StudentId = view.StudentId.Value,
        Part = view.Part,
    };

    public View ToView() => new(Id, At, AccountId, ParentAccess.Core.Students.StudentId.Parse(StudentId), Part);
}
