using System.Diagnostics.CodeAnalysis;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>A validated ID token, or why it is not.</summary>
internal sealed record IdTokenResult
{
    private IdTokenResult(string issuer, IdTokenClaims? claims, SignInFault fault) => (Issuer, Claims, Fault) = (issuer, claims, fault);

    /// <summary>The issuer by which the account is known.</summary>
    public string Issuer { get; }

    public IdTokenClaims? Claims { get; }

    public SignInFault Fault { get; }

    [MemberNotNullWhen(true, nameof(Claims))]
    public bool IsValid => Claims is not null;

    public static IdTokenResult Valid(string issuer, IdTokenClaims claims) => new(issuer, claims, SignInFault.None);

    public static implicit operator IdTokenResult(SignInFault fault) => new("", null, fault);
}
