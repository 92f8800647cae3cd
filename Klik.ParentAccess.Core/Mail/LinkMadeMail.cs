namespace Klik.ParentAccess.Core.Mail;

/// <summary>What the mail that a link has been made is made from.</summary>
/// <param name="SchoolName">The school.</param>
/// <param name="ParentName">The parent's name for this student.</param>
/// <param name="StudentName">What the student is called.</param>
/// <param name="SignIn">Where to sign in; no secret in it.</param>
public sealed record LinkMadeMail(string SchoolName, string ParentName, string StudentName, Uri SignIn)
{
    /// <summary>Hidden: it holds names.</summary>
    public override string ToString() => "(link-made mail)";
}
