using Klik.ParentAccess.Core.OneRoster;

namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>How an import ended.</summary>
public abstract record ImportResult
{
    private ImportResult()
    {
    }

    /// <summary>Everything that could be read is stored.</summary>
    /// <param name="Files">What became of each file that was read.</param>
    /// <param name="Refusals">The refused rows, the first <see cref="ImportStudentRecords.MaxRefusals"/> of them.</param>
    /// <param name="Parents">How many parents and other relatives were in the file and not stored: consent is the student's.</param>
    /// <param name="Staff">How many members of staff were in the file and not stored.</param>
    public sealed record Imported(IReadOnlyList<ImportedFile> Files, IReadOnlyList<Refusal> Refusals, long Parents, long Staff) : ImportResult
    {
        /// <summary>Rows of all files.</summary>
        public long Read => Files.Sum(file => file.Read);

        /// <summary>Entries that were added, changed or removed.</summary>
        public long Changed => Files.Sum(file => file.Entries.Added + file.Entries.Changed + file.Entries.Removed);

        /// <summary>Rows that were refused, also beyond those in <see cref="Refusals"/>.</summary>
        public long Refused => Files.Sum(file => file.Refused);
    }

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="File">The file that is wrong, if it is one.</param>
    /// <param name="Column">The column that is wrong, if it is one.</param>
    public sealed record Broken(BrokenReason Reason, string? File, string? Column) : ImportResult;
}
