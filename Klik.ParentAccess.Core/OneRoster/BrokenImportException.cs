namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>
/// Ends the reading of a source that cannot be imported, from wherever in the stream of rows that shows; the use case turns it
/// into a result. Its message holds no value from a file.
/// </summary>
internal sealed class BrokenImportException(BrokenReason reason, string? file = null, string? column = null, Exception? inner = null)
    : Exception(reason.Sentence(), inner)
{
    public BrokenReason Reason { get; } = reason;

    public string? File { get; } = file;

    public string? Column { get; } = column;
}
