using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>How long own accounts are kept that give access to nothing (rule I13).</summary>
internal static class EraseOwnAccounts
{
    /// <summary>How long a registration waits for its address to be confirmed.</summary>
    public static TimeSpan UnconfirmedLifetime { get; } = TimeSpan.FromDays(3);

    /// <summary>How long a confirmed account waits for its first link, or is kept after the parent's account went.</summary>
    public static TimeSpan UnusedLifetime { get; } = TimeSpan.FromDays(30);

    /// <summary>Erases those.</summary>
    public static Task ExecuteAsync(IUnitOfWork work, DateTimeOffset now, CancellationToken cancellationToken) =>
        work.OwnAccounts.RemoveWithoutParentAsync(now - UnconfirmedLifetime, now - UnusedLifetime, cancellationToken);
}
