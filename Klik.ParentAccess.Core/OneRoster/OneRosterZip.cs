using System.Collections.ObjectModel;
using System.IO.Compression;

namespace Klik.ParentAccess.Core.OneRoster;

internal sealed class OneRosterZip(string path, OneRosterLimits limits) : OneRosterSource
{
    private ZipArchive? _archive;

    internal override OneRosterLimits Limits => limits;

    internal override IReadOnlyList<OneRosterFile> Files()
    {
        var entries = Open();
        if (entries.Count > limits.MaxFiles)
        {
            throw new BrokenImportException(BrokenReason.TooManyFiles);
        }

        var budget = new ByteBudget(limits);
        return [.. entries.Where(IsCsv).Select(entry => new OneRosterFile(entry.Name, entry.Length, () => Open(entry, budget)))];
    }

    protected override void Dispose(bool disposing)
    {
        _archive?.Dispose();
        base.Dispose(disposing);
    }

    private ReadOnlyCollection<ZipArchiveEntry> Open()
    {
        try
        {
            _archive ??= new ZipArchive(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read), ZipArchiveMode.Read);
            return _archive.Entries;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BrokenImportException(BrokenReason.NotFound, inner: exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new BrokenImportException(BrokenReason.UnreadableZip, inner: exception);
        }
    }

    private static BoundedStream Open(ZipArchiveEntry entry, ByteBudget budget)
    {
        try
        {
            return new BoundedStream(entry.Open(), entry.Name, entry.CompressedLength, budget);
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException)
        {
            throw new BrokenImportException(BrokenReason.UnreadableZip, entry.Name, inner: exception);
        }
    }

    // An entry is only ever read, never written to a path made of its name; one that plays tricks with paths is passed over all
    // the same, because no export has it. macOS puts shadows of the files beside them.
    private static bool IsCsv(ZipArchiveEntry entry)
    {
        var parts = entry.FullName.Split('/', '\\');
        return entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            && !entry.FullName.StartsWith('/')
            && !entry.FullName.Contains('\\', StringComparison.Ordinal)
            && !entry.FullName.Contains(':', StringComparison.Ordinal)
            && !entry.FullName.Any(char.IsControl)
            && parts.All(part => part.Length > 0 && part[0] != '.' && part != "__MACOSX");
    }
}
