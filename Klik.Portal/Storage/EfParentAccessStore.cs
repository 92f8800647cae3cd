using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Accounts;
using Klik.Portal.Storage.Invitations;
using Klik.Portal.Storage.Links;
using Klik.Portal.Storage.Views;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage;

/// <summary>The present school's data in the portal's database.</summary>
internal sealed class EfParentAccessStore(
    Lazy<ParentAccessDbContext> database,
    Lazy<StoreTransactions> transactions,
    Statements statements,
    StudentsOfParentQuery studentsOfParent,
    Lazy<UnitsOfWork> units) : IParentAccessStore
{
    private ParentAccessDbContext Context => database.Value;

    /// <inheritdoc/>
    public async Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken) =>
        units.Value.Over(await transactions.Value.BeginAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<LinkedStudent>> StudentsOfParentAsync(
        string accountId,
        DateTimeOffset visitBegan,
        CancellationToken cancellationToken) =>
        studentsOfParent.ExecuteAsync(accountId, visitBegan, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LinkedParent>> ParentsOfStudentAsync(StudentId student, CancellationToken cancellationToken)
    {
        var studentId = student.Value;
        var rows = await (
            from link in Context.Set<LinkRow>().Where(link => link.StudentId == studentId)
            from view in Context.Set<ViewRow>()
                .Where(view => view.SchoolId == link.SchoolId && view.AccountId == link.AccountId && view.StudentId == link.StudentId)
                .DefaultIfEmpty()
            group view by new { link.Id, link.Name, link.Origin, link.Since, Part = (StudentPart?)view.Part } into part
            select new { part.Key, At = part.Max(view => (DateTimeOffset?)view.At) })
            .ToListAsync(cancellationToken);
        return LinkedParent.Of(rows.Select(row => new LinkLook(row.Key.Id, new ProtectedText(row.Key.Name), row.Key.Origin, row.Key.Since, row.Key.Part, row.At)));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Invitation>> InvitationsOfStudentAsync(StudentId student, CancellationToken cancellationToken)
    {
        var studentId = student.Value;
        var rows = await Context.Set<InvitationRow>()
            .Where(row => row.StudentId == studentId)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToInvitation())];
    }

    /// <inheritdoc/>
    public async Task<Invitation?> FindInvitationAsync(Guid id, CancellationToken cancellationToken) =>
        (await Context.Set<InvitationRow>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken))?.ToInvitation();

    /// <inheritdoc/>
    public async Task<LinkedAccount?> FindLinkAsync(Guid linkId, CancellationToken cancellationToken)
    {
        var row = await (
            from link in Context.Set<LinkRow>().Where(link => link.Id == linkId)
            join account in Context.Set<PortalUser>() on new { link.SchoolId, Id = link.AccountId } equals new { account.SchoolId, account.Id }
            select new { link, account }).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : new LinkedAccount(row.link.ToLink(), row.account.ToAccount());
    }

    /// <inheritdoc/>
    public async Task<ParentAccount?> FindAccountAsync(string accountId, CancellationToken cancellationToken) =>
        (await statements.FirstAsync(PortalUserRows.OfId(accountId), PortalUserRows.Read, cancellationToken))?.ToAccount();

    /// <inheritdoc/>
    public async Task<KeptParent?> FindKeptAsync(string accountId, CancellationToken cancellationToken)
    {
        var row = await (
            from account in Context.Set<PortalUser>().Where(account => account.Id == accountId)
            from login in Context.Set<AccountLoginRow>()
                .Where(login => login.SchoolId == account.SchoolId && login.AccountId == account.Id)
                .DefaultIfEmpty()
            select new
            {
                account,
                login,
                views = Context.Set<ViewRow>()
                    .Where(view => view.SchoolId == account.SchoolId && view.AccountId == account.Id)
                    .OrderByDescending(view => view.At).ThenByDescending(view => view.Id)
                    .Take(KeptParent.MostViews)
                    .ToList(),
            }).FirstOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : new KeptParent(
                row.account.ToAccount(),
                row.login is null ? null : new ExternalLogin(row.login.Provider, row.login.Issuer, row.login.Subject),
                [.. row.views.Select(view => view.ToView())]);
    }
}
