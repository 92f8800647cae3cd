namespace Klik.Portal.Hosting;

/// <summary>Where whoever watches the portal asks how it is.</summary>
internal static class HealthPaths
{
    /// <summary>The process answers.</summary>
    public const string Alive = "/healthz";

    /// <summary>The database answers too.</summary>
    public const string Ready = "/readyz";
}
