using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Links;

/// <summary>The links in the portal's database.</summary>
internal sealed class EfLinkStore(Lazy<ParentAccessDbContext> context, Statements statements, RowLocks locks) : ILinkStore
{
    private const string OfAddress = """
        SELECT link.id IS NOT NULL
        FROM accounts account LEFT JOIN links link ON link.school_id = account.school_id AND link.account_id = account.id AND link.student_id = @student
        WHERE account.school_id = @school AND account.address_hash IN
        """;

    private DbSet<LinkRow> Rows => context.Value.Set<LinkRow>();

    /// <inheritdoc/>
    public Task<bool> TryAddAsync(Link link, CancellationToken cancellationToken) =>
        statements.TryInsertAsync(LinkRow.From(statements.SchoolId, link), cancellationToken, locks.Account(link.AccountId));

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
    public async Task<AddressUse> UseOfAddressAsync(StudentId student, IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken)
    {
        var values = new ValueList("@hash", hashes.Select(hash => hash.Value));
        var areLinked = await statements.ListAsync(
            new Statement($"{OfAddress} {values}", [("@student", student.Value), .. values.Parameters]), row => row.GetBoolean(0), cancellationToken);
        return AddressUses.Of(areLinked);
    }
}
