namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>How the lying provider's token endpoint answers next.</summary>
public enum TokenEndpointPlan
{
    /// <summary>With the tokens.</summary>
    Answers,

    /// <summary>With status 500 and no JSON.</summary>
    Fails,

    /// <summary>With JSON that has no ID token.</summary>
    LeavesOutTheIdToken,

    /// <summary>With an ID token that is none.</summary>
    SendsGarbage,

    /// <summary>Not at all.</summary>
    Hangs,
}
