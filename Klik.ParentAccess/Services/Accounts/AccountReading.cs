using System.Data.Common;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>Reads accounts, wherever a statement selects them.</summary>
internal static class AccountReading
{
    /// <summary>The columns of an account, of a table named a.</summary>
    public static SqlName Columns { get; } = new("a.id, a.user_name, a.named_at, a.address, a.address_hash, a.language, a.wants_email, a.wants_push");

    /// <summary>How many columns these are.</summary>
    public const int Count = 8;

    /// <summary>The account of a row that begins with <see cref="Columns"/>.</summary>
    public static ParentAccount Account(this DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.Moment(2),
        row.TextOrNull(3) is { } address ? new ProtectedText(address) : null,
        row.TextOrNull(4) is { } hash ? new AddressHash(hash) : null,
        row.TextOrNull(5),
        new NotificationPreferences(row.Flag(6), row.Flag(7)));
}
