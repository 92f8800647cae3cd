using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>Whether a parent is active: linked with at least one active student (rule I7). It is computed and stored nowhere.</summary>
internal sealed class ParentStatus(TenantDatabase database)
{
    /// <summary>Whether the parent with this account is active.</summary>
    public async Task<bool> IsActiveAsync(string accountId, CancellationToken cancellationToken) =>
        await database.CountAsync(Sql.Join($"SELECT COUNT(*) FROM {database.Accounts} a WHERE a.id = {accountId} AND ", Condition(database)), cancellationToken) > 0;

    /// <summary>The condition that an account of a table named a is an active parent's.</summary>
    public static FormattableString Condition(TenantDatabase database) =>
        $"""
        EXISTS (SELECT 1 FROM {database.Links} l JOIN {database.Students} s ON s.id = l.student_id
            WHERE l.account_id = a.id AND s.is_active_in_source AND NOT s.is_deactivated_by_administrator)
        """;

    /// <summary>The accounts of parents who are not active, as a statement that selects their ids and has no parameters.</summary>
    public static string Inactive(TenantDatabase database)
    {
        var statement = Sql.Join($"SELECT a.id FROM {database.Accounts} a WHERE NOT ", Condition(database));
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, statement.Format, [.. statement.GetArguments().Select(name => ((SqlName)name!).Text)]);
    }
}
