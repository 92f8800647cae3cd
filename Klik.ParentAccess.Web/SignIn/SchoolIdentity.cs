namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// Who the school's own provider says has signed in: a student or a member of staff. The user name or the address finds the
/// imported user.
/// </summary>
/// <param name="Issuer">The validated issuer.</param>
/// <param name="Subject">The subject, unique within the issuer.</param>
/// <param name="PreferredUserName">The claim <c>preferred_username</c>, if given.</param>
/// <param name="Email">The claim <c>email</c>, if given and not said to be unverified.</param>
public sealed record SchoolIdentity(string Issuer, string Subject, string? PreferredUserName, string? Email)
{
    /// <summary>Hidden, so that no one's name reaches a log by being formatted.</summary>
    public override string ToString() => "(school identity)";
}
