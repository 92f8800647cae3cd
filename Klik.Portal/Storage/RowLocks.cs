using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage;

/// <summary>
/// Locks rows on PostgreSQL until the end of the transaction; on SQLite the transaction has the whole database already. Every
/// transaction takes what it changes in one order, so that two never wait for each other: invitations, then the school (for
/// user names), accounts, links, the outbox.
/// </summary>
internal sealed class RowLocks(ParentAccessDbContext context)
{
    /// <summary>Locks the giving out of user names in the school.</summary>
    /// <exception cref="InvalidOperationException">The school is not in the database.</exception>
    public async Task UserNamesAsync(CancellationToken cancellationToken)
    {
        if (!context.Database.IsNpgsql())
        {
            return;
        }

        var found = await context.Database
            .SqlQuery<string>($"SELECT school_id FROM schools WHERE school_id = {context.SchoolId} FOR NO KEY UPDATE")
            .ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            throw new InvalidOperationException("The school is not in the database.");
        }
    }

    /// <summary>Locks an account, if there is one.</summary>
    public async Task AccountAsync(string accountId, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlAsync(
                $"SELECT 1 FROM accounts WHERE school_id = {context.SchoolId} AND id = {accountId} FOR NO KEY UPDATE",
                cancellationToken);
        }
    }

    /// <summary>Locks an account's links with students, if there are any.</summary>
    public async Task LinksAsync(string accountId, IReadOnlyCollection<string> students, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                SELECT 1 FROM links WHERE school_id = {context.SchoolId} AND account_id = {accountId} AND student_id = ANY({students.ToArray()})
                ORDER BY student_id FOR NO KEY UPDATE
                """,
                cancellationToken);
        }
    }
}
