using Klik.ParentAccess.Core.Students;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage;

/// <summary>
/// Locks rows on PostgreSQL until the end of the transaction; on SQLite the transaction has the whole database already. Every
/// transaction takes what it changes in one order, so that two never wait for each other: invitations, letters, then the school
/// (for user names), accounts, links, the outbox. Of letters, whoever takes several does so by class and name of the students.
/// Counts of attempts are taken by their keys, in transactions of their own.
/// </summary>
internal sealed class RowLocks(ParentAccessDbContext context)
{
    /// <summary>Locks a student's letter, if there is one.</summary>
    public async Task LetterOfAsync(StudentId student, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlAsync(
                $"SELECT 1 FROM letters WHERE school_id = {context.SchoolId} AND student_id = {student.Value} FOR NO KEY UPDATE",
                cancellationToken);
        }
    }

    /// <summary>Locks the letters that expired before a moment and that nobody has locked: those are left for the next time, or two
    /// could wait for each other.</summary>
    /// <returns>Which; null where the transaction has them all already.</returns>
    public async Task<IReadOnlyList<Guid>?> ExpiredLettersAsync(DateTimeOffset before, CancellationToken cancellationToken) => context.Database.IsNpgsql()
        ? await context.Database
            .SqlQuery<Guid>($"SELECT id FROM letters WHERE school_id = {context.SchoolId} AND expires_at < {before.UtcTicks} FOR UPDATE SKIP LOCKED")
            .ToListAsync(cancellationToken)
        : null;

    /// <summary>Locks the counts of attempts of which the latest was before a moment.</summary>
    public async Task AttemptCountsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                SELECT 1 FROM attempt_counts WHERE school_id = {context.SchoolId} AND latest_at < {before.UtcTicks}
                ORDER BY counted_by COLLATE "C" FOR UPDATE
                """,
                cancellationToken);
        }
    }

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
