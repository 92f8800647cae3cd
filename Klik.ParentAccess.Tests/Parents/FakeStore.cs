using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>As much of the store as a parent's own pages use, in memory; what they must not use fails.</summary>
internal sealed class FakeStore : IParentAccessStore, IUnitOfWork, ILinkStore, IOutboxStore, IViewLog
{
    public List<(string AccountId, LinkedStudent Student)> Linked { get; } = [];

    public List<View> Views { get; } = [];

    public List<Guid> QueuedMailOfLinks { get; } = [];

    public FakeAccounts Accounts { get; } = new();

    IInvitationStore IUnitOfWork.Invitations => throw new NotSupportedException();

    ILinkStore IUnitOfWork.Links => this;

    IOutboxStore IUnitOfWork.Outbox => this;

    IViewLog IUnitOfWork.Views => this;

    IParentAccounts IUnitOfWork.Accounts => Accounts;

    public Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken) => Task.FromResult<IUnitOfWork>(this);

    public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<IReadOnlyList<LinkedStudent>> StudentsOfParentAsync(string accountId, DateTimeOffset visitBegan, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LinkedStudent>>([.. Linked
            .Where(link => link.AccountId == accountId)
            .Select(link => link.Student with
            {
                LastVisit = Views
                    .Where(view => view.AccountId == accountId && view.StudentId == link.Student.StudentId && view.At < visitBegan)
                    .Max(view => (DateTimeOffset?)view.At),
            })
            .OrderBy(student => student.GivenName, StringComparer.Ordinal)]);

    public Task<IReadOnlyList<LinkedParent>> ParentsOfStudentAsync(StudentId student, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Invitation>> InvitationsOfStudentAsync(StudentId student, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyList<Guid>> ILinkStore.RemoveOfAccountAsync(string accountId, CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> removed = [.. Linked.Where(link => link.AccountId == accountId).Select(link => link.Student.LinkId)];
        Linked.RemoveAll(link => link.AccountId == accountId);
        return Task.FromResult(removed);
    }

    Task IOutboxStore.RemoveOfLinksAsync(IReadOnlyCollection<Guid> linkIds, CancellationToken cancellationToken)
    {
        QueuedMailOfLinks.RemoveAll(linkIds.Contains);
        return Task.CompletedTask;
    }

    Task IViewLog.AddAsync(IReadOnlyCollection<View> views, DateTimeOffset visitBegan, CancellationToken cancellationToken)
    {
        Views.AddRange(views);
        return Task.CompletedTask;
    }

    Task IViewLog.RemoveOfAccountAsync(string accountId, CancellationToken cancellationToken)
    {
        Views.RemoveAll(view => view.AccountId == accountId);
        return Task.CompletedTask;
    }

    Task<IReadOnlyList<View>> IViewLog.OfAccountAsync(string accountId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<View>>([.. Views.Where(view => view.AccountId == accountId).OrderByDescending(view => view.At)]);

    Task<int> IViewLog.RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<bool> ILinkStore.TryAddAsync(Link link, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<Link?> ILinkStore.TryRemoveAsync(StudentId student, Guid linkId, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<int> ILinkStore.CountOfAccountAsync(string accountId, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<bool> ILinkStore.ExistsForAddressAsync(StudentId student, IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<Link?> ILinkStore.FindAsync(Guid linkId, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IOutboxStore.AddAsync(OutboxMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IReadOnlyList<OutboxMessage>> IOutboxStore.ClaimAsync(DateTimeOffset now, DateTimeOffset leaseUntil, int most, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IOutboxStore.RetryAsync(Guid id, DateTimeOffset nextAttemptAt, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IOutboxStore.RemoveAsync(Guid id, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IOutboxStore.RemoveOfInvitationAsync(Guid invitationId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
