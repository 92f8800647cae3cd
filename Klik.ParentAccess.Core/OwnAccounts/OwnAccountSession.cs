using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>What the session of somebody who signed in with an own account remembers of it.</summary>
/// <param name="OwnAccountId">Which account.</param>
/// <param name="SecuredAt">Its <see cref="OwnAccount.SecuredAt"/> when the session began.</param>
public sealed record OwnAccountSession(Guid OwnAccountId, DateTimeOffset SecuredAt)
{
    /// <summary>The session as text, for a claim.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{OwnAccountId}.{SecuredAt.UtcTicks}");

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out OwnAccountSession? session)
    {
        session = text?.Split('.') is [var id, var at]
            && Guid.TryParse(id, out var account)
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
                ? new OwnAccountSession(account, new DateTimeOffset(ticks, TimeSpan.Zero))
                : null;
        return session is not null;
    }
}
