namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>What the test host made of a sign-in.</summary>
internal sealed record WhoAmI(
    string? Provider, string? Issuer, string? Subject, string? Address, bool IsAuthoritative,
    string? SchoolUserName, string? SchoolEmail, string? Invitation, string[] ClaimTypes, string[] Items);
