using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Core.Storage;

/// <summary>One transaction over the present school's data (rule P7). Disposed without a commit, nothing of it happened.</summary>
public interface IUnitOfWork : IAsyncDisposable
{
    /// <summary>The invitations.</summary>
    IInvitationStore Invitations { get; }

    /// <summary>The links.</summary>
    ILinkStore Links { get; }

    /// <summary>The queued messages.</summary>
    IOutboxStore Outbox { get; }

    /// <summary>The view log.</summary>
    IViewLog Views { get; }

    /// <summary>The parents' accounts.</summary>
    IParentAccounts Accounts { get; }

    /// <summary>The accounts that parents have at the school itself.</summary>
    IOwnAccountStore OwnAccounts { get; }

    /// <summary>The parent letters. Where the host keeps none (<see cref="ParentAccessServiceCollectionExtensions.AddParentLetters"/>) there
    /// are none, and none can be added.</summary>
    ILetterStore Letters { get; }

    /// <summary>The sessions. Where the host keeps none itself there are none, and none can be added.</summary>
    ISessionStore Sessions { get; }

    /// <summary>Makes everything of it happen.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
