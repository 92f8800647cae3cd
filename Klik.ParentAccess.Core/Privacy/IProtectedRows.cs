namespace Klik.ParentAccess.Core.Privacy;

/// <summary>What the present school keeps under its keys, row by row, for <see cref="RenewProtection"/>. Given by the host.</summary>
public interface IProtectedRows
{
    /// <summary>The next rows with a text that is not under a key version, by id. Rows with all of it under that version may be among them.</summary>
    /// <param name="table">Which rows.</param>
    /// <param name="keyVersion">The version.</param>
    /// <param name="after">The id of the former call's last row; null at first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<ProtectedRow>> ListAsync(ProtectedTable table, byte keyVersion, string? after, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Puts texts and hashes in place of the old ones, in one transaction, and nothing else: no moment changes. A row stays as it is
    /// where its texts are no longer those that were read, where somebody else has it locked (nobody waits for anybody), or where
    /// a unique index would have the hash twice.
    /// </summary>
    /// <returns>How many rows were replaced.</returns>
    Task<int> ReplaceAsync(ProtectedTable table, IReadOnlyList<RenewedRow> rows, CancellationToken cancellationToken);

    /// <summary>
    /// How many parents' accounts are known only by a hash of their login that is not under a key version; none in a host that keeps
    /// the login itself. <see cref="Accounts.IParentAccounts.RenewLoginAsync"/> renews them one by one.
    /// </summary>
    Task<int> CountLoginsAsync(byte keyVersion, CancellationToken cancellationToken);
}
