namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>A code that the lying provider gave out, with what it is bound to.</summary>
internal sealed record LyingCode(string ClientId, string RedirectUri, string CodeChallenge, string? Nonce, TokenPlan Plan);
