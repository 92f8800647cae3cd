using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Services.Storage;

/// <summary>
/// Locks on PostgreSQL until the end of the transaction; on SQLite the transaction has the whole database already. Every
/// transaction takes what it changes in one order, so that two never wait for each other: invitations, letters, then counts of
/// mail, user names, accounts, links, the outbox. Of letters, whoever takes several does so by class and name of the students.
/// Counts of attempts come last, by their keys. The renewal under a new key locks many rows of one table, and waits for none.
/// </summary>
internal sealed class RowLocks(TenantDatabase database)
{
    /// <summary>Locks the making of invitations by a student.</summary>
    public Task InvitationsOfAsync(StudentId student, CancellationToken cancellationToken) =>
        NamedAsync($"{database.Invitations.Text} {student.Value}", cancellationToken);

    /// <summary>Locks the making of a student's letter.</summary>
    public Task LetterOfAsync(StudentId student, CancellationToken cancellationToken) => NamedAsync($"{database.Letters.Text} {student.Value}", cancellationToken);

    /// <summary>Locks the giving out of user names in the tenant.</summary>
    public Task UserNamesAsync(CancellationToken cancellationToken) => NamedAsync(database.Users.Text, cancellationToken);

    /// <summary>Locks the confirming of an address of own accounts.</summary>
    public Task AddressAsync(AddressHash hash, CancellationToken cancellationToken) =>
        NamedAsync($"{database.OwnAccounts.Text} {hash.Value}", cancellationToken);

    /// <summary>Locks documents of YesSql.</summary>
    public async Task DocumentsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        if (database.IsPostgres && ids.Count > 0)
        {
            await database.QueryAsync($"""SELECT 1 FROM {database.Documents} WHERE "Id" IN {ids} ORDER BY "Id" FOR UPDATE""", _ => true, cancellationToken);
        }
    }

    /// <summary>Locks those of some documents of YesSql that nobody has locked, on PostgreSQL.</summary>
    /// <returns>Which.</returns>
    public async Task<IReadOnlySet<long>> FreeDocumentsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            $"""SELECT "Id" FROM {database.Documents} WHERE "Id" IN {ids} FOR UPDATE SKIP LOCKED""",
            row => row.GetInt64(0),
            cancellationToken)).ToHashSet();

    /// <summary>Locks the counts of attempts of which the latest was before a moment.</summary>
    public async Task AttemptCountsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
        {
            await database.QueryAsync(
                $"""SELECT 1 FROM {database.AttemptCounts} WHERE latest_at < {before} ORDER BY counted_by COLLATE "C" FOR UPDATE""",
                _ => true,
                cancellationToken);
        }
    }

    /// <summary>Locks an account, if there is one.</summary>
    public async Task AccountAsync(string accountId, CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
        {
            await database.QueryAsync($"SELECT 1 FROM {database.Accounts} WHERE id = {accountId} FOR NO KEY UPDATE", _ => true, cancellationToken);
        }
    }

    /// <summary>Locks an account's links with students, if there are any.</summary>
    public async Task LinksAsync(string accountId, IReadOnlyCollection<string> students, CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
        {
            await database.QueryAsync(
                $"SELECT 1 FROM {database.Links} WHERE account_id = {accountId} AND student_id IN {students} ORDER BY student_id FOR NO KEY UPDATE",
                _ => true,
                cancellationToken);
        }
    }

    // A name stands for what has no row of its own to lock. Two names of one number only wait for each other needlessly.
    private async Task NamedAsync(string name, CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
        {
            await database.QueryAsync($"SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))) AS taken", _ => true, cancellationToken);
        }
    }
}
