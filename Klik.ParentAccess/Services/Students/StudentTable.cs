using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Environment.Shell;

namespace Klik.ParentAccess.Services.Students;

/// <summary>Writes the students' table.</summary>
internal sealed class StudentTable(TenantDatabase database, StudentSuccession succession, ShellSettings shell)
{
    /// <summary>Adds a student, or changes the one with this id.</summary>
    public Task SaveAsync(StudentRow row, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            $"""
            INSERT INTO {database.Students} AS present (id, school_id, given_name, middle_name, family_name, display_name, user_name, user_name_normalized,
                address, address_normalized, year_title, class_id, class_title, birth_date, family_language, is_active_in_source,
                is_deactivated_by_administrator, is_imported, user_id, changed_at)
            VALUES ({row.Id}, {TenantSchoolId.Of(shell.Name).Value}, {row.GivenName}, {row.MiddleName}, {row.FamilyName}, {row.DisplayName}, {row.UserName}, {Normalize(row.UserName)},
                {row.Address}, {Normalize(row.Address)}, {row.YearTitle}, {row.ClassId}, {row.ClassTitle}, {row.BirthDate}, {row.FamilyLanguage},
                {row.IsActiveInSource}, {row.IsDeactivated}, {row.IsImported}, {row.UserId}, {row.ChangedAt})
            ON CONFLICT (id) DO UPDATE SET given_name = excluded.given_name, middle_name = excluded.middle_name,
                family_name = excluded.family_name, display_name = excluded.display_name, user_name = excluded.user_name,
                user_name_normalized = excluded.user_name_normalized, address = excluded.address,
                address_normalized = excluded.address_normalized, year_title = excluded.year_title, class_id = excluded.class_id,
                class_title = excluded.class_title, birth_date = excluded.birth_date, family_language = excluded.family_language,
                is_active_in_source = excluded.is_active_in_source,
                is_deactivated_by_administrator = excluded.is_deactivated_by_administrator, is_imported = excluded.is_imported,
                user_id = excluded.user_id, changed_at = excluded.changed_at
            """,
            cancellationToken);

    /// <summary>
    /// Links an Orchard user with the one imported student of its user name, who has no user yet. Once linked they stay so, under
    /// whatever name. The row that the user had before is that student's from then on.
    /// </summary>
    /// <returns>False when there is no such student, or more than one.</returns>
    public async Task<bool> TryLinkAsync(string userId, string userName, bool isEnabled, CancellationToken cancellationToken)
    {
        var present = await database.QueryAsync(
            $"SELECT id, is_imported FROM {database.Students} WHERE user_id = {userId}",
            row => (Id: row.GetString(0), IsImported: row.Flag(1)),
            cancellationToken);
        var found = present is [{ IsImported: true } linked] ? [linked.Id] : await database.QueryAsync(
            $"SELECT id FROM {database.Students} WHERE user_name_normalized = {Normalize(userName)} AND is_imported AND user_id IS NULL",
            row => row.GetString(0),
            cancellationToken);
        if (found is not [var id])
        {
            return false;
        }

        if (present is [{ IsImported: false } own])
        {
            await succession.SucceedAsync(StudentId.Parse(own.Id), StudentId.Parse(id), cancellationToken);
        }

        return await database.ExecuteAsync(
            $"UPDATE {database.Students} SET user_id = {userId}, is_deactivated_by_administrator = {!isEnabled} WHERE id = {id}",
            cancellationToken) == 1;
    }

    /// <summary>The form in which user names and addresses are compared.</summary>
    public static string? Normalize(string? text) => text?.Trim().ToLowerInvariant();
}
