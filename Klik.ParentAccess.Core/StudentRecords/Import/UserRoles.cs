using Klik.ParentAccess.Core.OneRoster;

namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>What each user is: in OneRoster 1.1 a column of the users, in 1.2 a file of its own.</summary>
internal sealed class UserRoles
{
    private readonly Dictionary<string, UserRole> _roles = new(StringComparer.Ordinal);

    private UserRoles()
    {
    }

    /// <summary>Reads the file of roles, if there is one.</summary>
    public static UserRoles Read(ImportRun run)
    {
        var roles = new UserRoles();
        foreach (var row in run.Rows(FileKind.Roles))
        {
            var user = row.OwnId(Columns.UserSourcedId);
            var role = row.Status() == RowStatus.Active ? Parse(row) : UserRole.None;
            if (row.Refusal is null)
            {
                roles._roles[user] = (UserRole)Math.Max((int)(role ?? UserRole.None), (int)roles._roles.GetValueOrDefault(user));
            }
        }

        return roles;
    }

    /// <summary>What the present row of the users is, by the row itself or by the file of roles.</summary>
    /// <returns>Null when neither says.</returns>
    public UserRole? Of(OneRosterRow row, string user) => Parse(row) ?? Of(user);

    /// <summary>What the file of roles says of a user.</summary>
    public UserRole? Of(string user) => _roles.TryGetValue(user, out var role) ? role : null;

    private static UserRole? Parse(OneRosterRow row)
    {
        switch (row.Word(Columns.Role))
        {
            case "":
                return null;
            case "student":
                return UserRole.Student;
            case "parent" or "guardian" or "relative":
                return UserRole.Relative;
            case "teacher" or "aide" or "administrator" or "proctor" or "counselor" or "principal"
                or "districtadministrator" or "siteadministrator" or "systemadministrator":
                return UserRole.Staff;
            default:
                row.Refuse(RefusalReason.UnknownRole, Columns.Role);
                return null;
        }
    }
}
