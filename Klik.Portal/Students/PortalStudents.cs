using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Students;

/// <summary>The students that an import brought.</summary>
internal sealed class PortalStudents(Lazy<ParentAccessDbContext> context, Statements statements, StoreTransactions transactions) : IStudents
{
    private const string OfId = $"SELECT {StudentColumns.Sql} FROM students student WHERE student.school_id = @school AND student.id = @id";

    /// <inheritdoc/>
    public Task<Student?> FindAsync(StudentId id, CancellationToken cancellationToken) =>
        statements.FirstAsync(new Statement(OfId, ("@id", id.Value)), row => StudentColumns.Read(row, 0), cancellationToken);

    /// <inheritdoc/>
    public async Task<Student?> FindBySignInNameAsync(string userNameOrAddress, CancellationToken cancellationToken)
    {
        // The user name goes before the address, also where another student has it for an address.
        var name = userNameOrAddress.Trim().ToLowerInvariant();
        if (name.Length == 0)
        {
            return null;
        }

        var rows = await context.Value.Set<StudentRow>()
            .Where(row => row.UserNameNormalized == name || row.AddressNormalized == name)
            .OrderBy(row => row.UserNameNormalized == name ? 0 : 1)
            .Take(3)
            .ToListAsync(cancellationToken);
        var byUserName = rows.Where(row => row.UserNameNormalized == name).ToList();
        var found = byUserName.Count > 0 ? byUserName : rows;
        return found.Count == 1 ? found[0].ToStudent() : null;
    }

    /// <inheritdoc/>
    public async Task<Page<StudentListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var rows = context.Value.Set<StudentRow>().WithNameLike(context.Value, page.Search);
        var total = await rows.CountAsync(cancellationToken);
        var items = await rows
            .OrderBy(row => row.FamilyName).ThenBy(row => row.GivenName).ThenBy(row => row.Id)
            .Skip(page.Skip)
            .Take(page.Take)
            .Select(row => new { row.Id, row.DisplayName, row.ClassTitle, row.IsActiveInSource, row.IsDeactivatedByAdministrator })
            .ToListAsync(cancellationToken);
        return new Page<StudentListItem>(
            [.. items.Select(row => new StudentListItem(StudentId.Parse(row.Id), row.DisplayName, row.ClassTitle, row.IsActiveInSource && !row.IsDeactivatedByAdministrator, row.IsActiveInSource))],
            Math.Max(1, page.Number),
            page.Take,
            total);
    }

    /// <inheritdoc/>
    public async Task<bool> SetActiveAsync(StudentId id, bool active, CancellationToken cancellationToken)
    {
        var text = id.Value;
        return await transactions.JoinAsync(
            () => context.Value.Set<StudentRow>()
                .Where(row => row.Id == text)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsDeactivatedByAdministrator, !active), cancellationToken),
            cancellationToken) == 1;
    }
}
