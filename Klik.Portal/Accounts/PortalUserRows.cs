using System.Data.Common;
using Klik.Portal.Storage;

namespace Klik.Portal.Accounts;

/// <summary>Statements, written by hand, that find one account.</summary>
internal static class PortalUserRows
{
    private const string Columns = """
        account.school_id, account.id, account.user_name, account.user_name_normalized, account.named_at, account.address, account.address_hash,
        account.language, account.wants_email, account.wants_push, account.without_links_since
        """;

    private const string ByLogin = $"""
        SELECT {Columns}
        FROM account_logins login JOIN accounts account ON account.school_id = login.school_id AND account.id = login.account_id
        WHERE login.school_id = @school AND login.issuer = @issuer AND login.subject = @subject
        """;

    private const string ById = $"SELECT {Columns} FROM accounts account WHERE account.school_id = @school AND account.id = @account";

    /// <summary>The account that an external account belongs to.</summary>
    public static Statement OfLogin(string issuer, string subject) => new(ByLogin, ("@issuer", issuer), ("@subject", subject));

    /// <summary>The account with an id.</summary>
    public static Statement OfId(string accountId) => new(ById, ("@account", accountId));

    /// <summary>Reads what was found.</summary>
    public static PortalUser Read(DbDataReader row) => new()
    {
        SchoolId = row.GetString(0),
        Id = row.GetString(1),
        UserName = row.GetString(2),
        UserNameNormalized = row.GetString(3),
        NamedAt = row.GetMoment(4),
        Address = row.GetStringOrNull(5),
        AddressHash = row.GetStringOrNull(6),
        Language = row.GetStringOrNull(7),
        WantsEmail = row.GetBoolean(8),
        WantsPush = row.GetBoolean(9),
        WithoutLinksSince = row.GetMomentOrNull(10),
    };
}
