using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Services.Students;
using Microsoft.AspNetCore.Identity;

namespace Klik.ParentAccess.Services.StudentRecords;

/// <summary>Finds for the site's users the students whom an import has brought.</summary>
internal sealed class StudentsOfUsers(TenantDatabase database, StudentTable students, StudentRole role, ILookupNormalizer normalizer)
{
    /// <summary>Links the users who have the role, and no imported student yet, with the imported student of their user name.</summary>
    public async Task BindAsync(CancellationToken cancellationToken)
    {
        var waiting = await database.QueryAsync(
            $"SELECT user_name_normalized FROM {database.Students} WHERE is_imported AND user_id IS NULL AND user_name_normalized IS NOT NULL",
            row => row.GetString(0),
            cancellationToken);
        if (waiting.Count == 0)
        {
            return;
        }

        var names = waiting.ToHashSet();
        foreach (var user in (await UsersAsync(cancellationToken)).Where(user => names.Contains(StudentTable.Normalize(user.Name)!)))
        {
            await students.TryLinkAsync(user.Id, user.Name, user.IsEnabled, cancellationToken);
        }
    }

    // By the indexes of Orchard's users alone: the users themselves are documents, thousands of them.
    private Task<List<(string Id, string Name, bool IsEnabled)>> UsersAsync(CancellationToken cancellationToken) =>
        database.QueryAsync(
            $"""
            SELECT u."UserId", u."NormalizedUserName", u."IsEnabled" FROM {database.Users} u
            WHERE u."DocumentId" IN (
                SELECT b."DocumentId" FROM {database.UserRoles} r JOIN {database.UserRoleDocuments} b ON b."UserByRoleNameIndexId" = r."Id"
                WHERE r."RoleName" = {normalizer.NormalizeName(role.Name)})
              AND NOT EXISTS (SELECT 1 FROM {database.Students} s WHERE s.user_id = u."UserId" AND s.is_imported)
            ORDER BY u."UserId"
            """,
            row => (row.GetString(0), row.GetString(1), row.Flag(2)),
            cancellationToken);
}
