namespace Klik.ParentAccess.Core.Mail;

/// <summary>What a mail about a parent's own account is made from.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="SchoolName">The school.</param>
/// <param name="Link">Where it leads; a secret in it stands after the <c>#</c> (rule P2).</param>
/// <param name="ExpiresAt">Until when the link works, in the school's time zone; null where it holds no secret.</param>
public sealed record OwnAccountMail(OwnAccountMailKind Kind, string SchoolName, Uri Link, DateTimeOffset? ExpiresAt)
{
    /// <summary>Hidden: it may hold a secret.</summary>
    public override string ToString() => "(own-account mail)";
}
