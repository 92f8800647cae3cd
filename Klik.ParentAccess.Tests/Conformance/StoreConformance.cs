using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Views;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>What the store's promises are tested with: a fresh school with two students, and short ways to do things in it.</summary>
public abstract class StoreConformance(IStoreHost host) : IAsyncLifetime
{
    protected static readonly DateTimeOffset Now = new(2026, 3, 9, 7, 41, 12, 345, 678, TimeSpan.Zero);

    protected static readonly StudentId Emma = StudentId.Parse("emma");
    protected static readonly StudentId Daan = StudentId.Parse("daan");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected IStoreHost Host => host;

    protected School School { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        host.SkipUnlessThere();
        School = await NewSchoolAsync();
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected async Task<School> NewSchoolAsync()
    {
        var school = await host.NewSchoolAsync();
        await host.SetStudentAsync(school, new Student(Emma, "Emma", "Emma de Vries", IsActive: true) { ClassTitle = "2A" });
        await host.SetStudentAsync(school, new Student(Daan, "Daan", "Daan de Vries", IsActive: true));
        return school;
    }

    /// <summary>Does something in a scope and unit of work of its own, and commits.</summary>
    protected async Task<T> CommitAsync<T>(Func<IUnitOfWork, Task<T>> change, School? school = null)
    {
        await using var scope = host.BeginScope(school ?? School);
        await using var work = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().BeginAsync(Cancel);
        var result = await change(work);
        await work.CommitAsync(Cancel);
        return result;
    }

    protected Task CommitAsync(Func<IUnitOfWork, Task> change, School? school = null) =>
        CommitAsync(
            async work =>
            {
                await change(work);
                return true;
            },
            school);

    /// <summary>Does something in a unit of work that is given up.</summary>
    protected async Task GiveUpAsync(Func<IUnitOfWork, Task> change)
    {
        await using var scope = host.BeginScope(School);
        await using var work = await scope.ServiceProvider.GetRequiredService<IParentAccessStore>().BeginAsync(Cancel);
        await change(work);
    }

    /// <summary>Looks without a unit of work.</summary>
    protected async Task<T> LookAsync<T>(Func<IParentAccessStore, Task<T>> look, School? school = null)
    {
        await using var scope = host.BeginScope(school ?? School);
        return await look(scope.ServiceProvider.GetRequiredService<IParentAccessStore>());
    }

    /// <summary>Uses the accounts without a unit of work.</summary>
    protected async Task<T> AccountsAsync<T>(Func<IParentAccounts, Task<T>> use, School? school = null)
    {
        await using var scope = host.BeginScope(school ?? School);
        return await use(scope.ServiceProvider.GetRequiredService<IParentAccounts>());
    }

    /// <summary>A hundred callers at the same moment, each in a scope of its own.</summary>
    protected async Task<IReadOnlyList<T>> HundredAtOnceAsync<T>(Func<int, IUnitOfWork, Task<T>> change) =>
        await Task.WhenAll(Enumerable.Range(0, 100).Select(caller => Task.Run(() => CommitAsync(work => change(caller, work)), Cancel)));

    protected static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    protected static PersonName Name(string text)
    {
        Assert.Null(PersonName.TryParse(text, out var name));
        return name;
    }

    /// <summary>What stands for the hash of an address; as long as a real one.</summary>
    protected static AddressHash Hash(string address) => new($"1.{address.PadRight(43, '_')}");

    protected static Invitation NewInvitation(StudentId student, string address, DateTimeOffset? createdAt = null, DateTimeOffset? expiresAt = null) => new(
        NewId(),
        student,
        new ProtectedText($"name for {address}"),
        new ProtectedText($"sealed {address}"),
        Hash(address),
        createdAt ?? Now,
        expiresAt ?? Now.AddDays(14),
        InvitationMailState.Queued);

    protected static NewParent NewParent(string subject, string name = "Jan Jansen", string? address = null) => new(
        "https://issuer.example",
        subject,
        ExternalProvider.Google,
        Name(name),
        Now,
        address is null ? null : new ProtectedText($"sealed {address}"),
        address is null ? null : Hash(address),
        "nl");

    protected static Link NewLink(string accountId, StudentId student, DateTimeOffset? since = null) =>
        new(NewId(), student, accountId, new ProtectedText("name"), LinkOrigin.Invitation, since ?? Now);

    protected static View NewView(string accountId, StudentId student, StudentPart part, DateTimeOffset at) =>
        new(NewId(), at, accountId, student, part);

    protected static OutboxMessage NewMessage(DateTimeOffset? due = null, Guid? invitationId = null, Guid? linkId = null) => new(
        NewId(),
        linkId is null ? OutboxKind.Invitation : OutboxKind.LinkMade,
        invitationId,
        linkId,
        Now,
        due ?? Now,
        0);

    protected Task<bool> AddAsync(Invitation invitation, School? school = null) =>
        CommitAsync(work => work.Invitations.TryAddAsync(invitation, [invitation.AddressHash!], Cancel), school);

    protected Task<Invitation?> FindAsync(Invitation invitation) => LookAsync(store => store.FindInvitationAsync(invitation.Id, Cancel));

    protected Task<ParentAccount> NewAccountAsync(string subject, string name = "Jan Jansen", string? address = null, School? school = null) =>
        CommitAsync(work => work.Accounts.GetOrCreateAsync(NewParent(subject, name, address), Cancel), school);

    protected async Task<Link> LinkAsync(ParentAccount account, StudentId student, DateTimeOffset? since = null, School? school = null)
    {
        var link = NewLink(account.Id, student, since);
        Assert.True(await CommitAsync(work => work.Links.TryAddAsync(link, Cancel), school));
        return link;
    }
}
