using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.Sessions;

/// <summary>A parent signs out everywhere else.</summary>
public sealed class EndOtherSessions(IParentAccessStore store, PresentSession present)
{
    /// <summary>Ends every session of the account but the present one.</summary>
    public async Task ExecuteAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        await work.Sessions.EndOfAccountAsync(accountId, present.Hash, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }
}
