using OrchardCore.Entities;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Models;

/// <summary>
/// What marks an Orchard user as a parent's account. It is kept in the user's properties and says nothing: what is personal is in
/// a table of ours, because Orchard writes a user's properties into exports, deployment plans and the audit trail (rule I9).
/// </summary>
public sealed class ParentUser
{
    /// <summary>The layout of this record.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Whether a user is a parent's account, made by us. Having the role is not enough.</summary>
    public static bool Is(IUser? user) => user is User entity && entity.Properties?.ContainsKey(nameof(ParentUser)) == true;

    internal static User Mark(User user)
    {
        user.Put(new ParentUser());
        return user;
    }
}
