using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage.Connections;

namespace Klik.Portal.Storage;

/// <summary>
/// Locks rows on PostgreSQL until the end of the transaction; on SQLite the transaction has the whole database already. Every
/// transaction takes what it changes in one order, so that two never wait for each other: invitations, letters, then the school
/// (for user names), accounts, links, the outbox, sessions. Of letters, whoever takes several does so by class and name of the students.
/// Counts of attempts come last, by their keys. The renewal under a new key locks many rows of one table, and waits for none.
/// </summary>
internal sealed class RowLocks(ScopeTransaction transaction, Statements statements)
{
    /// <summary>What locks the giving out of user names in the school; null where nothing is to be locked.</summary>
    /// <exception cref="InvalidOperationException">The school is not in the database (when it runs).</exception>
    public Statement? UserNames => transaction.IsPostgres
        ? new Statement("SELECT 1 FROM schools WHERE school_id = @school FOR NO KEY UPDATE") { NothingFound = "The school is not in the database." }
        : null;

    /// <summary>What locks an account, if there is one; null where nothing is to be locked.</summary>
    public Statement? Account(string accountId) => transaction.IsPostgres
        ? new Statement("SELECT 1 FROM accounts WHERE school_id = @school AND id = @locked FOR NO KEY UPDATE", ("@locked", accountId))
        : null;

    /// <summary>Locks the giving out of user names in the school.</summary>
    /// <exception cref="InvalidOperationException">The school is not in the database.</exception>
    public async Task UserNamesAsync(CancellationToken cancellationToken)
    {
        if (UserNames is { } statement && !await statements.AnyAsync(statement, cancellationToken))
        {
            throw new InvalidOperationException(statement.NothingFound);
        }
    }

    /// <summary>Locks an account, if there is one.</summary>
    public Task AccountAsync(string accountId, CancellationToken cancellationToken) =>
        Account(accountId) is { } statement ? statements.ExecuteAsync(statement, cancellationToken) : Task.CompletedTask;

    /// <summary>Locks a student's letter, if there is one.</summary>
    public Task LetterOfAsync(StudentId student, CancellationToken cancellationToken) => LockAsync(
        "SELECT 1 FROM letters WHERE school_id = @school AND student_id = @student FOR NO KEY UPDATE", ("@student", student.Value), cancellationToken);

    /// <summary>Locks the letters that expired before a moment and that nobody has locked: those are left for the next time, or two
    /// could wait for each other.</summary>
    /// <returns>Which; null where the transaction has them all already.</returns>
    public async Task<IReadOnlyList<Guid>?> ExpiredLettersAsync(DateTimeOffset before, CancellationToken cancellationToken) => transaction.IsPostgres
        ? await statements.ListAsync(
            new Statement("SELECT id FROM letters WHERE school_id = @school AND expires_at < @before FOR UPDATE SKIP LOCKED", ("@before", before.UtcTicks)),
            row => row.GetGuid(0),
            cancellationToken)
        : null;

    /// <summary>Locks the counts of attempts of which the latest was before a moment.</summary>
    public Task AttemptCountsAsync(DateTimeOffset before, CancellationToken cancellationToken) => LockAsync(
        "SELECT 1 FROM attempt_counts WHERE school_id = @school AND latest_at < @before ORDER BY counted_by COLLATE \"C\" FOR UPDATE",
        ("@before", before.UtcTicks),
        cancellationToken);

    /// <summary>Locks an account's links with students, if there are any.</summary>
    public Task LinksAsync(string accountId, IReadOnlyCollection<string> students, CancellationToken cancellationToken)
    {
        if (!transaction.IsPostgres)
        {
            return Task.CompletedTask;
        }

        return statements.ExecuteAsync(
            new Statement(
                "SELECT 1 FROM links WHERE school_id = @school AND account_id = @account AND student_id = ANY(@students) ORDER BY student_id FOR NO KEY UPDATE",
                ("@account", accountId),
                ("@students", students.ToArray())),
            cancellationToken);
    }

    /// <summary>Locks the accounts at the school itself that have an address.</summary>
    /// <param name="hashes">What the address may be known by.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public Task OwnAccountsAsync(IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken) => LockAsync(
        "SELECT 1 FROM own_accounts WHERE school_id = @school AND address_hash = ANY(@hashes) ORDER BY id FOR NO KEY UPDATE",
        ("@hashes", hashes.Select(hash => hash.Value).ToArray()),
        cancellationToken);

    private Task LockAsync(string sql, (string Name, object? Value) parameter, CancellationToken cancellationToken) =>
        transaction.IsPostgres ? statements.ExecuteAsync(new Statement(sql, parameter), cancellationToken) : Task.CompletedTask;
}
