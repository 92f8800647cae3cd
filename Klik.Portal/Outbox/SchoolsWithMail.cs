using Klik.ParentAccess.Core.Schools;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Outbox;

/// <summary>Finds the schools that have mail to send, in one query over all schools.</summary>
internal sealed class SchoolsWithMail(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>The schools with a message that is due.</summary>
    public async Task<IReadOnlyList<School>> FindAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        var ids = await scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Set<OutboxRow>()
            .IgnoreQueryFilters()
            .Where(row => row.NextAttemptAt <= now)
            .Select(row => row.SchoolId)
            .Distinct()
            .ToListAsync(cancellationToken);

        var schools = new List<School>();
        foreach (var id in ids)
        {
            if (await scope.ServiceProvider.GetRequiredService<EfSchools>().FindAsync(SchoolId.Parse(id), cancellationToken) is { } school)
            {
                schools.Add(school);
            }
        }

        return schools;
    }
}
