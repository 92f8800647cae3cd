using System.Text;
using CsvHelper;

namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>The rows of one file, one at a time; never the whole file in memory.</summary>
internal sealed class OneRosterTable : IDisposable
{
    private readonly FileKind _kind;
    private readonly Stream _stream;
    private readonly CsvReader _reader;
    private readonly string[] _cells;
    private CsvMalformedReason? _malformed;

    private OneRosterTable(FileKind kind, OneRosterFile file, OneRosterLimits limits)
    {
        _kind = kind;
        _stream = file.Open();
        _reader = CsvReader.Create(TextDecoding.Open(_stream), new CsvReaderOptions
        {
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = limits.MaxRowBytes,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => _malformed = record.Reason,
        });
        if (!Advance())
        {
            throw new BrokenImportException(BrokenReason.NoHeader, kind.FileName);
        }

        _cells = _reader.Current.ToArray();
        Header = Header.Read(_cells, kind);
    }

    /// <summary>Where each column stands.</summary>
    public Header Header { get; }

    /// <summary>The line that the present row begins on.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>How many bytes of the file were read.</summary>
    public long BytesRead => _stream.Position;

    /// <summary>What is wrong with the present row as a whole, if anything is.</summary>
    public RefusalReason? Problem { get; private set; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="BrokenImportException">It cannot be read at all.</exception>
    public static OneRosterTable Open(FileKind kind, OneRosterFile file, OneRosterLimits limits) => new(kind, file, limits);

    /// <summary>Goes to the next row; empty rows and repeated header rows are passed over.</summary>
    /// <exception cref="BrokenImportException">The rest of the file cannot be read.</exception>
    public bool Read()
    {
        while (Advance())
        {
            if (IsEmpty() || IsHeaderAgain())
            {
                continue;
            }

            Problem = _malformed is not null ? RefusalReason.BadQuoting
                : HasWrongCount() ? RefusalReason.WrongColumnCount
                : null;
            return true;
        }

        return false;
    }

    /// <summary>A value of the present row, trimmed; empty when the file has no such column.</summary>
    public string this[string column] => Header.IndexOf(column) is var index and >= 0 ? _reader.GetString(index).Trim() : "";

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private bool Advance()
    {
        _malformed = null;
        try
        {
            var read = _reader.Read();
            return _malformed == CsvMalformedReason.UnterminatedQuote
                ? throw new BrokenImportException(BrokenReason.UnterminatedQuote, _kind.FileName)
                : read;
        }
        catch (DecoderFallbackException exception)
        {
            throw new BrokenImportException(BrokenReason.Undecodable, _kind.FileName, inner: exception);
        }
        catch (CsvFormatException exception)
        {
            throw new BrokenImportException(BrokenReason.RowTooLong, _kind.FileName, inner: exception);
        }
    }

    private bool IsEmpty()
    {
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            if (!_reader.IsEmpty(i))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsHeaderAgain()
    {
        if (_reader.FieldCount != _cells.Length)
        {
            return false;
        }

        for (var i = 0; i < _cells.Length; i++)
        {
            if (!_reader.GetString(i).Equals(_cells[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    // Empty values too many come from a spreadsheet and shift nothing.
    private bool HasWrongCount()
    {
        for (var i = Header.Count; i < _reader.FieldCount; i++)
        {
            if (!_reader.IsEmpty(i))
            {
                return true;
            }
        }

        return _reader.FieldCount < Header.Count;
    }
}
