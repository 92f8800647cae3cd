using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Links;

/// <summary>The links in the portal's database.</summary>
internal sealed class EfLinkStore(ParentAccessDbContext context, RowLocks locks) : ILinkStore
{
    private DbSet<LinkRow> Rows => context.Set<LinkRow>();

    /// <inheritdoc/>
    public async Task<bool> TryAddAsync(Link link, CancellationToken cancellationToken)
    {
        await locks.AccountAsync(link.AccountId, cancellationToken);
        return await context.TryInsertAsync(LinkRow.From(context.SchoolId, link), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Link?> TryRemoveAsync(StudentId student, Guid linkId, CancellationToken cancellationToken)
    {
        var studentId = student.Value;
        var ofStudent = Rows.Where(row => row.Id == linkId && row.StudentId == studentId);
        if (await ofStudent.FirstOrDefaultAsync(cancellationToken) is not { } found)
        {
            return null;
        }

        await locks.AccountAsync(found.AccountId, cancellationToken);
        return await ofStudent.ExecuteDeleteAsync(cancellationToken) == 1 ? found.ToLink() : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> RemoveOfAccountAsync(string accountId, CancellationToken cancellationToken)
    {
        // Nobody else adds or removes a link of the account from here on.
        await locks.AccountAsync(accountId, cancellationToken);
        var ofAccount = Rows.Where(row => row.AccountId == accountId);
        var ids = await ofAccount.Select(row => row.Id).ToListAsync(cancellationToken);
        await ofAccount.ExecuteDeleteAsync(cancellationToken);
        return ids;
    }

    /// <inheritdoc/>
    public Task<int> CountOfAccountAsync(string accountId, CancellationToken cancellationToken) =>
        Rows.CountAsync(row => row.AccountId == accountId, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ExistsForAddressAsync(StudentId student, IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken)
    {
        var studentId = student.Value;
        var values = hashes.Select(hash => hash.Value).ToList();
        var accounts = context.Set<PortalUser>();
        return Rows
            .Where(row => row.StudentId == studentId)
            .AnyAsync(row => accounts.Any(account => account.Id == row.AccountId && values.Contains(account.AddressHash!)), cancellationToken);
    }
}
