namespace Klik.ParentAccess.Web.SignIn;

internal static class SignInFaults
{
    /// <summary>What a person is told: enough to know what to do, and nothing that helps to forge a token.</summary>
    public static SignInProblem ToProblem(this SignInFault fault) => fault switch
    {
        SignInFault.AccessDenied => SignInProblem.Cancelled,
        SignInFault.StateUnreadable or SignInFault.OtherBrowser or SignInFault.TooLate
            or SignInFault.CodeMissing or SignInFault.CodeRefused => SignInProblem.Expired,
        SignInFault.ProviderError or SignInFault.TokenEndpointError or SignInFault.ProviderUnavailable
            or SignInFault.Unexpected => SignInProblem.Unavailable,
        _ => SignInProblem.Refused,
    };
}
