using System.Collections.Frozen;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Schools;

/// <summary>
/// The schools of this portal. Remembered for a few seconds, because every request asks for one and they hardly ever change;
/// a change by this process is seen at once, by another one within those seconds. While the database cannot be asked, what is
/// remembered holds on, so that what needs no database (signing in, for one) goes on at the right school.
/// </summary>
internal sealed class EfSchools(IServiceScopeFactory scopes, IStoreFaults faults, TimeProvider time)
{
    /// <summary>How long another process may not see a change.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private int _writes;
    private Snapshot? _snapshot;

    /// <summary>Finds a school.</summary>
    public async Task<School?> FindAsync(SchoolId id, CancellationToken cancellationToken) =>
        (await SnapshotAsync(cancellationToken)).Schools.GetValueOrDefault(id);

    /// <summary>All schools, by id.</summary>
    public async Task<IReadOnlyList<School>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await SnapshotAsync(cancellationToken)).Schools.Values.OrderBy(school => school.Id.Value, StringComparer.Ordinal)];

    /// <summary>Makes a school.</summary>
    /// <returns>False when there is one with this id already; it is left alone.</returns>
    public Task<bool> CreateAsync(School school, CancellationToken cancellationToken) =>
        WriteAsync(services => services.GetRequiredService<Statements>().TryInsertAsync(SchoolRow.From(school), cancellationToken), cancellationToken);

    /// <summary>Stores a school's settings.</summary>
    /// <returns>False when there is no school with this id.</returns>
    public Task<bool> SaveAsync(School school, CancellationToken cancellationToken) =>
        WriteAsync(
            async services =>
            {
                var id = school.Id.Value;
                return await services.GetRequiredService<ParentAccessDbContext>().Set<SchoolRow>().Where(row => row.SchoolId == id).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(row => row.Name, school.Name)
                        .SetProperty(row => row.Language, school.Language)
                        .SetProperty(row => row.TimeZone, school.TimeZone)
                        .SetProperty(row => row.AccentColor, school.AccentColor)
                        .SetProperty(row => row.ShowsConversations, school.ShowsConversations)
                        .SetProperty(row => row.AllowsOwnAccounts, school.AllowsOwnAccounts),
                    cancellationToken) == 1;
            },
            cancellationToken);

    private async Task<bool> WriteAsync(Func<IServiceProvider, Task<bool>> write, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var done = await services.GetRequiredService<StoreTransactions>().JoinAsync(() => write(services), cancellationToken);
        lock (_lock)
        {
            _writes++;
            _snapshot = null;
        }

        return done;
    }

    private async Task<Snapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref _snapshot);
        if (known is not null && time.GetElapsedTime(known.At) < Remembered)
        {
            return known;
        }

        var writes = Volatile.Read(ref _writes);
        var at = time.GetTimestamp();
        try
        {
            var snapshot = new Snapshot(await ReadAsync(cancellationToken), at);
            lock (_lock)
            {
                // What was written meanwhile is perhaps not in it.
                _snapshot = writes == _writes ? snapshot : null;
            }

            return snapshot;
        }
        catch (Exception problem) when (known is not null && faults.FaultOf(problem) is not null)
        {
            return known;
        }
    }

    private async Task<FrozenDictionary<SchoolId, School>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Set<SchoolRow>().ToListAsync(cancellationToken);
        return rows.Select(row => row.ToSchool()).ToFrozenDictionary(school => school.Id);
    }

    private sealed record Snapshot(FrozenDictionary<SchoolId, School> Schools, long At);
}
