using Microsoft.AspNetCore.Authentication;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Carries a fault through the framework's handler, which logs the message: so nothing of the provider's answer is in it.</summary>
internal sealed class SignInFailureException(SignInFault fault) : AuthenticationFailureException($"Sign-in failed: {fault}.")
{
    public SignInFault Fault { get; } = fault;
}
