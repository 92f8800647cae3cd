using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>One transaction over <see cref="FakeStore"/>.</summary>
internal sealed class FakeUnitOfWork : IUnitOfWork
{
    private readonly FakeStore _store;
    private bool _ended;

    public FakeUnitOfWork(FakeStore store, FakeStudents students)
    {
        _store = store;
        State = store.State;
        Invitations = new FakeInvitations(this);
        Links = new FakeLinks(this);
        Outbox = new FakeOutbox(this);
        Views = new FakeViews(this);
        Accounts = new FakeAccounts(this, students);
        OwnAccounts = new FakeOwnAccounts(() => State, state => State = state);
        Letters = new FakeLetters(this);
        Sessions = new FakeSessionStore(this);
    }

    /// <summary>What would be stored.</summary>
    public FakeState State { get; set; }

    public IInvitationStore Invitations { get; }

    public ILinkStore Links { get; }

    public IOutboxStore Outbox { get; }

    public IViewLog Views { get; }

    public IParentAccounts Accounts { get; }

    public IOwnAccountStore OwnAccounts { get; }

    public ILetterStore Letters { get; }

    public ISessionStore Sessions { get; }

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        cancellationToken.ThrowIfCancellationRequested();
        _store.Commit(State);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        if (!_ended)
        {
            _ended = true;
            _store.End();
        }

        return ValueTask.CompletedTask;
    }
}
