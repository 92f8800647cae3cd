using System.Collections.Concurrent;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Views;

/// <summary>
/// Remembers in this process which views have just been written, so that the store is not asked to write one again. The store
/// itself keeps them apart too: a second process, or an emptied memory, costs a query and no double entry.
/// </summary>
public sealed class RecentViews
{
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<(SchoolId, string, StudentId, StudentPart), DateTimeOffset> _written = new();

    internal bool Has(SchoolId school, string accountId, StudentId student, StudentPart part, DateTimeOffset now) =>
        _written.TryGetValue((school, accountId, student, part), out var at) && now - at < RecordViews.Once;

    internal void Add(SchoolId school, IEnumerable<View> views)
    {
        if (_written.Count > Most)
        {
            _written.Clear();
        }

        foreach (var view in views)
        {
            _written[(school, view.AccountId, view.StudentId, view.Part)] = view.At;
        }
    }
}
