using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>The store in memory: one unit of work at a time, and nothing of one that is not committed.</summary>
internal sealed class FakeStore(FakeStudents students) : IParentAccessStore, IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public FakeState State { get; private set; } = FakeState.Empty;

    /// <summary>How many more times it cannot be reached.</summary>
    public int TimesAway { get; set; }

    public async Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken)
    {
        if (TimesAway > 0)
        {
            TimesAway--;
            throw new IOException("The store is away.");
        }

        // An open unit of work that begins another waits for itself; a test that shows it must end.
        return await _one.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken)
            ? new FakeUnitOfWork(this, students)
            : throw new InvalidOperationException("A unit of work is still open.");
    }

    public Task<IReadOnlyList<LinkedStudent>> StudentsOfParentAsync(string accountId, DateTimeOffset visitBegan, CancellationToken cancellationToken)
    {
        var state = State;
        return Task.FromResult<IReadOnlyList<LinkedStudent>>(
        [
            .. state.Links.Values
                .Where(link => link.AccountId == accountId)
                .Select(link => (Link: link, Student: students.Get(link.StudentId)))
                .OrderBy(pair => pair.Student.GivenName, StringComparer.Ordinal)
                .Select(pair => new LinkedStudent(
                    pair.Link.Id, pair.Student.Id, pair.Student.GivenName, pair.Student.DisplayName, pair.Student.ClassTitle, pair.Student.IsActive, pair.Link.Since,
                    state.Views.Where(view => view.AccountId == accountId && view.StudentId == pair.Student.Id && view.At < visitBegan).Max(view => (DateTimeOffset?)view.At))),
        ]);
    }

    public Task<IReadOnlyList<LinkedParent>> ParentsOfStudentAsync(StudentId student, CancellationToken cancellationToken)
    {
        var state = State;
        return Task.FromResult<IReadOnlyList<LinkedParent>>(
        [
            .. state.Links.Values
                .Where(link => link.StudentId == student)
                .OrderBy(link => link.Since)
                .Select(link => new LinkedParent(
                    link.Id, link.Name, link.Origin, link.Since,
                    state.Views.Where(view => view.AccountId == link.AccountId && view.StudentId == student)
                        .GroupBy(view => view.Part)
                        .ToDictionary(part => part.Key, part => part.Max(view => view.At)))),
        ]);
    }

    public Task<IReadOnlyList<Invitation>> InvitationsOfStudentAsync(StudentId student, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Invitation>>(
            [.. State.Invitations.Values.Where(invitation => invitation.StudentId == student).OrderBy(invitation => invitation.CreatedAt)]);

    public Task<Invitation?> FindInvitationAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(State.Invitations.GetValueOrDefault(id));

    public Task<LinkedAccount?> FindLinkAsync(Guid linkId, CancellationToken cancellationToken) =>
        Task.FromResult(State.Links.TryGetValue(linkId, out var link) ? new LinkedAccount(link, State.Accounts[link.AccountId].Account) : null);

    public Task<ParentAccount?> FindAccountAsync(string accountId, CancellationToken cancellationToken) =>
        Task.FromResult(State.Accounts.GetValueOrDefault(accountId)?.Account);

    public Task<KeptParent?> FindKeptAsync(string accountId, CancellationToken cancellationToken) =>
        Task.FromResult(State.Accounts.TryGetValue(accountId, out var account)
            ? new KeptParent(account.Account, account.Login, [.. State.Views.Where(view => view.AccountId == accountId).OrderByDescending(view => view.At)])
            : null);

    public void Dispose() => _one.Dispose();

    internal void Commit(FakeState state) => State = state;

    internal void End() => _one.Release();
}
