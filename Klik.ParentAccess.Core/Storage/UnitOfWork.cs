using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Core.Storage;

/// <summary>One transaction of a host.</summary>
internal sealed class UnitOfWork(IStoreTransaction transaction) : IUnitOfWork
{
    public required IInvitationStore Invitations { get; init; }

    public required ILinkStore Links { get; init; }

    public required IOutboxStore Outbox { get; init; }

    public required IViewLog Views { get; init; }

    public required IParentAccounts Accounts { get; init; }

    public required ILetterStore Letters { get; init; }

    public required IOwnAccountStore OwnAccounts { get; init; }

    public required ISessionStore Sessions { get; init; }

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
