namespace Klik.ParentAccess.Web.SignIn;

/// <summary>What a person is told when sign-in came to nothing; every one of them can be tried again.</summary>
public enum SignInProblem
{
    /// <summary>The person said no at the provider.</summary>
    Cancelled,

    /// <summary>It took too long, was begun in another browser, or was finished already.</summary>
    Expired,

    /// <summary>Somebody was signed in and is not any more: signed out elsewhere, or without access now.</summary>
    SignedOut,

    /// <summary>The provider's answer could not be trusted.</summary>
    Refused,

    /// <summary>The provider did not answer, or not properly.</summary>
    Unavailable,
}
