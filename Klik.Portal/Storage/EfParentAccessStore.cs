using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Views;
using Klik.Portal.Storage.Invitations;
using Klik.Portal.Storage.Links;
using Klik.Portal.Storage.Views;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage;

/// <summary>The present school's data in the portal's database.</summary>
internal sealed class EfParentAccessStore(
    ParentAccessDbContext context,
    StoreTransactions transactions,
    StudentsOfParentQuery studentsOfParent,
    IInvitationStore invitations,
    ILinkStore links,
    IOutboxStore outbox,
    IViewLog views,
    IParentAccounts accounts) : IParentAccessStore
{
    /// <inheritdoc/>
    public async Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken) =>
        new UnitOfWork(await transactions.BeginAsync(cancellationToken))
        {
            Invitations = invitations,
            Links = links,
            Outbox = outbox,
            Views = views,
            Accounts = accounts,
        };

    /// <inheritdoc/>
    public Task<IReadOnlyList<LinkedStudent>> StudentsOfParentAsync(
        string accountId,
        DateTimeOffset visitBegan,
        CancellationToken cancellationToken) =>
        studentsOfParent.ExecuteAsync(context, accountId, visitBegan, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LinkedParent>> ParentsOfStudentAsync(StudentId student, CancellationToken cancellationToken)
    {
        var studentId = student.Value;
        var rows = await context.Set<LinkRow>()
            .Where(link => link.StudentId == studentId)
            .OrderBy(link => link.Since).ThenBy(link => link.Id)
            .Select(link => new
            {
                Link = link,
                Views = context.Set<ViewRow>()
                    .Where(view => view.SchoolId == link.SchoolId && view.AccountId == link.AccountId && view.StudentId == link.StudentId)
                    .GroupBy(view => view.Part)
                    .Select(part => new { Part = part.Key, At = part.Max(view => view.At) })
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new LinkedParent(
            row.Link.Id,
            new ProtectedText(row.Link.Name),
            row.Link.Origin,
            row.Link.Since,
            row.Views.ToDictionary(view => view.Part, view => view.At)))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Invitation>> InvitationsOfStudentAsync(StudentId student, CancellationToken cancellationToken)
    {
        var studentId = student.Value;
        var rows = await context.Set<InvitationRow>()
            .Where(row => row.StudentId == studentId)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToInvitation())];
    }
}
