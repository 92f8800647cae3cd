using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Core.Storage;

/// <summary>Puts the stores of a scope and its transaction together. A host without letters gives no store of them, nor one
/// whose sessions are kept by somebody else.</summary>
public sealed class UnitsOfWork(
    IInvitationStore invitations,
    ILinkStore links,
    IOutboxStore outbox,
    IViewLog views,
    IParentAccounts accounts,
    IOwnAccountStore ownAccounts,
    ILetterStore? letters = null,
    ISessionStore? sessions = null)
{
    /// <summary>The unit of work that a transaction of the same scope holds together; it owns the transaction.</summary>
    public IUnitOfWork Over(IStoreTransaction transaction) => new UnitOfWork(transaction)
    {
        Invitations = invitations,
        Links = links,
        Outbox = outbox,
        Views = views,
        Accounts = accounts,
        OwnAccounts = ownAccounts,
        Letters = letters ?? NoLetters.Instance,
        Sessions = sessions ?? NoSessions.Instance,
    };
}
