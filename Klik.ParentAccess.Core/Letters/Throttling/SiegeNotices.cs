using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Core.Letters.Throttling;

/// <summary>Remembers which schools the log has been told of, so that each siege is told once an hour and not at every guess.</summary>
public sealed class SiegeNotices
{
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private readonly Lock _one = new();
    private readonly Dictionary<SchoolId, DateTimeOffset> _told = [];

    /// <summary>Whether it is to be told now; for one caller.</summary>
    internal bool IsDue(SchoolId school, DateTimeOffset now)
    {
        lock (_one)
        {
            if (_told.TryGetValue(school, out var last) && now - last < Quiet)
            {
                return false;
            }

            _told[school] = now;
            return true;
        }
    }
}
