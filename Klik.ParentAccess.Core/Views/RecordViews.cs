using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Views;

/// <summary>Writes down what a parent looks at, before it is shown (rule P5).</summary>
public sealed class RecordViews(IParentAccessStore store, ICurrentSchool school, RecentViews recent, TimeProvider time)
{
    /// <summary>Looks at the same part within this time count once.</summary>
    public static readonly TimeSpan Once = TimeSpan.FromMinutes(5);

    /// <summary>Writes the views that are not just written already.</summary>
    internal async Task ExecuteAsync(string accountId, IEnumerable<StudentId> students, StudentPart part, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var views = students
            .Where(student => !recent.Has(school.School.Id, accountId, student, part, now))
            .Select(student => new View(Guid.CreateVersion7(now), now, accountId, student, part))
            .ToList();
        if (views.Count == 0)
        {
            return;
        }

        await using var work = await store.BeginAsync(cancellationToken);
        await work.Views.AddAsync(views, now - Once, cancellationToken);
        await work.CommitAsync(cancellationToken);
        recent.Add(school.School.Id, views);
    }
}
