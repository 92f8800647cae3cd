namespace Klik.ParentAccess.Core.Mail;

/// <summary>What an invitation's mail is made from.</summary>
/// <param name="SchoolName">The school.</param>
/// <param name="ParentName">The parent's name as the student typed it.</param>
/// <param name="StudentName">What the student is called.</param>
/// <param name="Link">The link with the secret after the <c>#</c> (rule P2).</param>
/// <param name="ExpiresAt">Until when it works, in the school's time zone.</param>
public sealed record InvitationMail(string SchoolName, string ParentName, string StudentName, Uri Link, DateTimeOffset ExpiresAt)
{
    /// <summary>Whether the parent can also make an account at the school.</summary>
    public bool OffersOwnAccounts { get; init; }

    /// <summary>Hidden: it holds names and a secret.</summary>
    public override string ToString() => "(invitation mail)";
}
