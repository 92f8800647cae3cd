namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>One CSV file of a source.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Length">Its length in bytes as the source says, for progress only.</param>
/// <param name="Open">Opens it for one reading from the beginning.</param>
internal sealed record OneRosterFile(string Name, long Length, Func<Stream> Open);
