namespace Klik.Portal.Sessions;

/// <summary>The portal's own authentication schemes.</summary>
internal static class PortalSchemes
{
    /// <summary>The session of somebody who is signed in at a school.</summary>
    public const string Session = "Klik.Session";

    /// <summary>What a provider has said, until it is turned into a session or the person accepts an invitation.</summary>
    public const string External = "Klik.External";
}
