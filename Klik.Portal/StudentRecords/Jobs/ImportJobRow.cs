using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.Portal.Storage;

namespace Klik.Portal.StudentRecords.Jobs;

/// <summary>A row of <c>import_jobs</c>: the latest uploaded import of a school. Nothing in it is about a person: refused rows are
/// named by file and line.</summary>
internal sealed class ImportJobRow : ISchoolRow
{
    public required string SchoolId { get; init; }

    public required Guid Id { get; init; }

    public required ImportJobState State { get; init; }

    /// <summary>The machine that runs it.</summary>
    public required string Machine { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What came of it, as JSON.</summary>
    public string? Result { get; init; }
}
