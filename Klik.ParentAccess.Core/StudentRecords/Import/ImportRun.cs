using System.Security.Cryptography;
using System.Text;
using Klik.ParentAccess.Core.OneRoster;

namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>One import while it runs: its files, its counts and its refusals.</summary>
internal sealed class ImportRun(
    OneRosterLimits limits,
    Manifest manifest,
    TimeZoneInfo zone,
    DateOnly today,
    IProgress<ImportProgress>? progress,
    CancellationToken cancellationToken)
{
    private const int RowsAReport = 2_000;

    private readonly Dictionary<FileKind, FileTally> _tallies = [];
    private readonly List<Refusal> _refusals = [];
    private readonly long _totalBytes = Math.Max(1, FileKind.All.Sum(kind => manifest.ModeOf(kind) == DataMode.Absent ? 0 : manifest.FileOf(kind)!.Length));
    private long _bytesOfFinishedFiles;
    private long _rows;

    /// <summary>The day that the import runs on, at the school.</summary>
    public DateOnly Today => today;

    /// <summary>What is ending the import, if anything is.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>The first refusals.</summary>
    public IReadOnlyList<Refusal> Refusals => _refusals;

    /// <summary>The counts of the files that were read, in order.</summary>
    public IReadOnlyList<ImportedFile> Files => [.. FileKind.All.Where(_tallies.ContainsKey).Select(kind => _tallies[kind].ToResult())];

    /// <summary>What a file is.</summary>
    public DataMode ModeOf(FileKind kind) => manifest.ModeOf(kind);

    /// <summary>Whether a file is there and to be read.</summary>
    public bool Has(FileKind kind) => manifest.ModeOf(kind) != DataMode.Absent;

    /// <summary>Counts what storing a file's entries did.</summary>
    public void Count(FileKind kind, ImportCounts counts) => Tally(kind).Entries += counts;

    /// <summary>Counts a row that is of no use here.</summary>
    public void Ignore(FileKind kind) => Tally(kind).Ignored++;

    /// <summary>Whether what a complete file does not name may be removed.</summary>
    public bool RemovesMissing(FileKind kind) => ModeOf(kind) == DataMode.Bulk && !Tally(kind).HasLostIdentity;

    /// <summary>The rows of a file; a row that was refused while it was dealt with is counted and reported.</summary>
    public IEnumerable<OneRosterRow> Rows(FileKind kind)
    {
        if (!Has(kind))
        {
            yield break;
        }

        var file = manifest.FileOf(kind)!;
        var tally = Tally(kind);
        using var table = OneRosterTable.Open(kind, file, limits);
        var row = new OneRosterRow(table, zone);
        Report(file, 0);
        while (row.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Read++;
            if (++_rows % RowsAReport == 0)
            {
                Report(file, table.BytesRead);
            }

            yield return row;
            if (row.Refusal is { } reason)
            {
                Refuse(tally, new Refusal(kind.FileName, row.Line, reason, row.RefusedColumn));
                tally.HasLostIdentity |= row.ReadableId is null;
            }
        }

        _bytesOfFinishedFiles += file.Length;
        Report(file, 0);
    }

    /// <summary>The entries of a file whose rows stand for themselves.</summary>
    /// <param name="kind">The file.</param>
    /// <param name="parse">Reads one row; null for a row that is of no use here.</param>
    /// <param name="idsArePerStudent">Whether two students can have entries with the same identifier.</param>
    public ImportBatch<TRow> Batch<TRow>(FileKind kind, Func<OneRosterRow, ImportChange<TRow>?> parse, bool idsArePerStudent = false)
        where TRow : class, IImportRow => new(Changes(kind, parse, idsArePerStudent), () => RemovesMissing(kind));

    /// <summary>As <see cref="Batch"/>, without the removing.</summary>
    public IEnumerable<ImportChange<TRow>> Changes<TRow>(FileKind kind, Func<OneRosterRow, ImportChange<TRow>?> parse, bool idsArePerStudent = false)
        where TRow : class, IImportRow
    {
        var seen = new HashSet<UInt128>();
        foreach (var row in Rows(kind))
        {
            var change = parse(row);
            if (row.Refusal is null && change is { } read && !seen.Add(Fingerprint(idsArePerStudent ? $"{read.StudentId}\n{read.Id}" : read.Id)))
            {
                row.Refuse(RefusalReason.DuplicateId);
            }

            if (row.Refusal is not null)
            {
                if (row.ReadableId is { } id)
                {
                    yield return ImportChanges.Keep<TRow>(id);
                }
            }
            else if (change is { } good)
            {
                yield return good;
            }
            else
            {
                Ignore(kind);
            }
        }
    }

    // Sixteen bytes an identifier in place of a hundred: a file may have millions.
    private static UInt128 Fingerprint(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private FileTally Tally(FileKind kind)
    {
        if (!_tallies.TryGetValue(kind, out var tally))
        {
            _tallies[kind] = tally = new FileTally(kind.FileName);
        }

        return tally;
    }

    private void Refuse(FileTally tally, Refusal refusal)
    {
        tally.Refused++;
        if (_refusals.Count < ImportStudentRecords.MaxRefusals)
        {
            _refusals.Add(refusal);
        }
    }

    private void Report(OneRosterFile file, long bytes) =>
        progress?.Report(new ImportProgress(file.Name, _rows, (int)Math.Min(100, (_bytesOfFinishedFiles + bytes) * 100 / _totalBytes)));
}
