using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Views;
using Klik.ParentAccess.Services.Accounts;
using Klik.ParentAccess.Services.Invitations;
using Klik.ParentAccess.Services.Links;
using Klik.ParentAccess.Services.StudentRecords;

namespace Klik.ParentAccess.Services.Storage;

/// <summary>The school's data in the tenant's database.</summary>
internal sealed class YesSqlParentAccessStore(
    TenantDatabase database,
    TenantTransactions transactions,
    InvitationItems invitationItems,
    RecordsVersion version,
    UnitsOfWork units) : IParentAccessStore
{
    /// <inheritdoc/>
    public async Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken) =>
        units.Over(await transactions.BeginAsync(cancellationToken));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LinkedStudent>> StudentsOfParentAsync(
        string accountId,
        DateTimeOffset visitBegan,
        CancellationToken cancellationToken)
    {
        var students = await database.QueryAsync(
            $"""
            SELECT l.id, s.id, s.given_name, s.display_name, s.class_title,
                s.is_active_in_source AND NOT s.is_deactivated_by_administrator,
                l.since,
                (SELECT MAX(v.at) FROM {database.Views} v WHERE v.account_id = l.account_id AND v.student_id = l.student_id AND v.at < {visitBegan}),
                (SELECT r.version FROM {database.RecordsVersions} r WHERE r.school_id = {version.SchoolId})
            FROM {database.Links} l JOIN {database.Students} s ON s.id = l.student_id
            WHERE l.account_id = {accountId}
            """,
            row =>
            {
                version.Value = row.IsDBNull(8) ? null : row.GetInt64(8);
                return new LinkedStudent(
                    row.Id(0),
                    StudentId.Parse(row.GetString(1)),
                    row.GetString(2),
                    row.GetString(3),
                    row.TextOrNull(4),
                    row.Flag(5),
                    row.Moment(6),
                    row.MomentOrNull(7));
            },
            cancellationToken);
        return LinkedStudent.Sorted(students);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LinkedParent>> ParentsOfStudentAsync(StudentId student, CancellationToken cancellationToken) =>
        LinkedParent.Of(await database.QueryAsync(
            $"""
            SELECT l.id, l.name, l.origin, l.since, v.part, MAX(v.at)
            FROM {database.Links} l LEFT JOIN {database.Views} v ON v.account_id = l.account_id AND v.student_id = l.student_id
            WHERE l.student_id = {student.Value}
            GROUP BY l.id, l.name, l.origin, l.since, v.part
            """,
            row => new LinkLook(
                row.Id(0),
                new ProtectedText(row.GetString(1)),
                (LinkOrigin)row.GetInt32(2),
                row.Moment(3),
                row.IsDBNull(4) ? null : (StudentPart)row.GetInt32(4),
                row.MomentOrNull(5)),
            cancellationToken));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Invitation>> InvitationsOfStudentAsync(StudentId student, CancellationToken cancellationToken)
    {
        var studentId = student.Value;
        return await invitationItems.ListAsync(index => index.StudentId == studentId, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Invitation?> FindInvitationAsync(Guid id, CancellationToken cancellationToken)
    {
        var text = id.ToString();
        return await invitationItems.ListAsync(index => index.InvitationId == text, cancellationToken) is [var invitation] ? invitation : null;
    }

    /// <inheritdoc/>
    public async Task<LinkedAccount?> FindLinkAsync(Guid linkId, CancellationToken cancellationToken)
    {
        const int First = AccountReading.Count;
        return (await database.QueryAsync(
            $"""
            SELECT {AccountReading.Columns}, l.id, l.student_id, l.account_id, l.name, l.origin, l.since
            FROM {database.Links} l JOIN {database.Accounts} a ON a.id = l.account_id
            WHERE l.id = {linkId}
            """,
            row => new LinkedAccount(row.Link(First), row.Account()),
            cancellationToken)).FirstOrDefault();
    }

    /// <inheritdoc/>
    public async Task<ParentAccount?> FindAccountAsync(string accountId, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            $"SELECT {AccountReading.Columns} FROM {database.Accounts} a WHERE a.id = {accountId}",
            row => row.Account(),
            cancellationToken)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<KeptParent?> FindKeptAsync(string accountId, CancellationToken cancellationToken)
    {
        const int First = AccountReading.Count;
        var rows = await database.QueryAsync(
            $"""
            SELECT {AccountReading.Columns}, a.provider, v.id, v.at, v.student_id, v.part
            FROM {database.Accounts} a LEFT JOIN (
                SELECT id, at, account_id, student_id, part FROM {database.Views} WHERE account_id = {accountId}
                ORDER BY at DESC, id DESC LIMIT {KeptParent.MostViews}) v ON v.account_id = a.id
            WHERE a.id = {accountId}
            ORDER BY v.at DESC, v.id DESC
            """,
            row => (
                Account: row.Account(),
                Login: new ExternalLogin((ExternalProvider)row.GetInt32(First), Issuer: null, Subject: null),
                View: row.IsDBNull(First + 1)
                    ? null
                    : new View(
                        row.Id(First + 1),
                        row.Moment(First + 2),
                        accountId,
                        StudentId.Parse(row.GetString(First + 3)),
                        (StudentPart)row.GetInt32(First + 4))),
            cancellationToken);
        return rows is [var first, ..] ? new KeptParent(first.Account, first.Login, [.. rows.Select(row => row.View).OfType<View>()]) : null;
    }
}
