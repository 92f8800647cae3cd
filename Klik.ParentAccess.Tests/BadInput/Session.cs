namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>Somebody's browser at the school, signed in or not.</summary>
/// <param name="Cookies">The header with the cookies.</param>
/// <param name="Token">What shows that a form is the portal's own.</param>
/// <param name="Forms">The forms on the pages that they can open.</param>
internal sealed record Session(string Cookies, string Token, IReadOnlyList<BadForm> Forms)
{
    public const string TokenField = "__RequestVerificationToken";
}
