namespace Klik.ParentAccess.Web.SignIn;

/// <summary>The ID token that a code was exchanged for, or why there is none.</summary>
internal readonly record struct TokenEndpointResult(string? IdToken, SignInFault Fault)
{
    public static implicit operator TokenEndpointResult(SignInFault fault) => new(null, fault);
}
