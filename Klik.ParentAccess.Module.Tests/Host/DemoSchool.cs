namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The demo school, set up by the demo recipe.</summary>
internal static class DemoSchool
{
    public const string Tenant = "Demo";
    public const string Prefix = "/demo";

    /// <summary>Everybody's password, as the recipe has it.</summary>
    public const string Password = "Demo-1234";
}
