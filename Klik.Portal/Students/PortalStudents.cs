using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Students;

/// <summary>The students that an import brought.</summary>
internal sealed class PortalStudents(ParentAccessDbContext context, StoreTransactions transactions) : IStudents
{
    /// <inheritdoc/>
    public async Task<Student?> FindAsync(StudentId id, CancellationToken cancellationToken)
    {
        var text = id.Value;
        var row = await context.Set<StudentRow>().FirstOrDefaultAsync(row => row.Id == text, cancellationToken);
        return row is null ? null : ToStudent(row);
    }

    /// <inheritdoc/>
    public async Task<Student?> FindBySignInNameAsync(string userNameOrAddress, CancellationToken cancellationToken)
    {
        // The user name goes before the address, also where another student has it for an address.
        var name = userNameOrAddress.Trim().ToLowerInvariant();
        if (name.Length == 0)
        {
            return null;
        }

        var rows = await context.Set<StudentRow>()
            .Where(row => row.UserNameNormalized == name || row.AddressNormalized == name)
            .OrderBy(row => row.UserNameNormalized == name ? 0 : 1)
            .Take(3)
            .ToListAsync(cancellationToken);
        var byUserName = rows.Where(row => row.UserNameNormalized == name).ToList();
        var found = byUserName.Count > 0 ? byUserName : rows;
        return found.Count == 1 ? ToStudent(found[0]) : null;
    }

    /// <inheritdoc/>
    public async Task<Page<StudentListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        IQueryable<StudentRow> rows = context.Set<StudentRow>();
        if (!string.IsNullOrWhiteSpace(page.Search))
        {
            var pattern = $"%{Escape(page.Search.Trim())}%";
            rows = context.Database.IsNpgsql()
                ? rows.Where(row => EF.Functions.ILike(row.DisplayName, pattern, "\\"))
                : rows.Where(row => EF.Functions.Like(row.DisplayName, pattern, "\\"));
        }

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
            () => context.Set<StudentRow>()
                .Where(row => row.Id == text)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsDeactivatedByAdministrator, !active), cancellationToken),
            cancellationToken) == 1;
    }

    private static Student ToStudent(StudentRow row) =>
        new(StudentId.Parse(row.Id), row.GivenName, row.DisplayName, row.IsActiveInSource && !row.IsDeactivatedByAdministrator)
        {
            ClassTitle = row.ClassTitle,
            BirthDate = row.BirthDate,
            Address = EmailAddress.TryParse(row.Address, out var address) ? address : null,
        };

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
