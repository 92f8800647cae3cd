using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Endpoints;

/// <summary>What was imported.</summary>
/// <param name="Read">Rows of all files.</param>
/// <param name="Changed">Entries that were added, changed or removed.</param>
/// <param name="Refused">Rows that were refused.</param>
/// <param name="Parents">Parents in the file, who are not stored: consent is the student's.</param>
/// <param name="Staff">Members of staff in the file, who are not stored.</param>
/// <param name="Files">What became of each file.</param>
/// <param name="Refusals">The refused rows, the first <see cref="ImportStudentRecords.MaxRefusals"/> of them.</param>
internal sealed record ImportedAnswer(
    long Read, long Changed, long Refused, long Parents, long Staff, IReadOnlyList<ImportedFile> Files, IReadOnlyList<Refusal> Refusals);
