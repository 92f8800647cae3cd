using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Records.Reading;

/// <summary>
/// Summaries that this process has read, with the version of the records at which it read them. The database says the version at every
/// request, so that an import by any process is seen at once; whether a parent may see a student is never remembered.
/// </summary>
internal sealed class RememberedSummaries
{
    // About a kilobyte each.
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<(string School, SummaryRequest Request), (long Version, StudentSummary Summary)> _summaries = new();

    public bool TryFind(string school, SummaryRequest request, long version, [NotNullWhen(true)] out StudentSummary? summary)
    {
        summary = _summaries.TryGetValue((school, request), out var remembered) && remembered.Version == version ? remembered.Summary : null;
        return summary is not null;
    }

    public void Remember(string school, SummaryRequest request, long version, StudentSummary summary)
    {
        // Counting all of them takes every lock, but comes with a query that takes longer.
        if (_summaries.Count >= Most)
        {
            _summaries.Clear();
        }

        _summaries[(school, request)] = (version, summary);
    }
}
