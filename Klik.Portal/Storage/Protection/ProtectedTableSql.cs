using Klik.ParentAccess.Core.Privacy;

namespace Klik.Portal.Storage.Protection;

/// <summary>Statements about the protected texts of one table.</summary>
/// <param name="table">The table's name.</param>
/// <param name="name">Its column with a name, or <see cref="None"/>.</param>
/// <param name="address">Its column with an address, or <see cref="None"/>.</param>
/// <param name="replacement">What is set, and where besides the row's old texts.</param>
/// <param name="lockStrength">What locks a row of which these columns change.</param>
/// <param name="isGuid">Whether its ids are no text.</param>
internal sealed class ProtectedTableSql(string table, string name, string address, string replacement, string lockStrength, bool isGuid)
{
    private const string None = "CAST(NULL AS TEXT)";

    // A hash stands in a unique index of these two, and for that PostgreSQL wants the row's whole lock.
    private static readonly ProtectedTableSql Invitations = new(
        "invitations",
        "name",
        "address",
        """
        SET name = @name, address = @address, address_hash = @hash
        WHERE NOT EXISTS (SELECT 1 FROM invitations other
            WHERE other.school_id = @school AND other.student_id = invitations.student_id AND other.address_hash = @hash)
        """,
        "UPDATE",
        isGuid: true);

    private static readonly ProtectedTableSql OwnAccounts = new(
        "own_accounts",
        "name",
        "address",
        """
        SET name = @name, address = @address, address_hash = @hash,
            confirmed_address_hash = CASE WHEN confirmed_address_hash IS NULL THEN NULL ELSE @hash END
        WHERE NOT EXISTS (SELECT 1 FROM own_accounts other
            WHERE other.school_id = @school AND other.confirmed_address_hash = @hash AND own_accounts.confirmed_address_hash IS NOT NULL)
        """,
        "UPDATE",
        isGuid: false);

    private static readonly ProtectedTableSql Accounts = new(
        "accounts", None, "address", "SET address = @address, address_hash = @hash WHERE 1 = 1", "NO KEY UPDATE", isGuid: false);

    private static readonly ProtectedTableSql Links = new("links", "name", None, "SET name = @name WHERE 1 = 1", "NO KEY UPDATE", isGuid: true);

    /// <summary>Locks those of some rows that nobody has locked, without waiting, and selects their ids.</summary>
    public string Free { get; } = $"SELECT id FROM {table} WHERE school_id = @school AND id = ANY(@ids) FOR {lockStrength} SKIP LOCKED";

    /// <summary>Replaces a row's texts and hashes if the texts are the old ones.</summary>
    public string Replace { get; } = $"""
        UPDATE {table} {replacement}
            AND school_id = @school AND id = @id AND COALESCE({name}, '') = @old_name AND COALESCE({address}, '') = @old_address
        """;

    /// <summary>The statements about a table.</summary>
    public static ProtectedTableSql Of(ProtectedTable table) => table switch
    {
        ProtectedTable.Invitations => Invitations,
        ProtectedTable.OwnAccounts => OwnAccounts,
        ProtectedTable.Accounts => Accounts,
        ProtectedTable.Links => Links,
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "There is no such table."),
    };

    /// <summary>Selects the next rows with a text that begins with none of some beginnings: id, name and address.</summary>
    public string Next(ValueList beginnings) => $"""
        SELECT id, {name}, {address} FROM {table}
        WHERE school_id = @school AND id > @after
            AND (substr({name}, 1, {ProtectedText.BeginningLength}) NOT IN {beginnings} OR substr({address}, 1, {ProtectedText.BeginningLength}) NOT IN {beginnings})
        ORDER BY id LIMIT @most
        """;

    /// <summary>An id as a parameter; null comes before every other.</summary>
    public object Key(string? id) => isGuid ? id is null ? Guid.Empty : Guid.Parse(id) : id ?? "";

    /// <summary>Ids as a parameter.</summary>
    public object Keys(IEnumerable<string> ids) => isGuid ? ids.Select(Guid.Parse).ToArray() : ids.ToArray();
}
