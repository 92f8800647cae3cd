namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>A school whose administrator turns parent access off and on again.</summary>
internal static class SwitchedSchool
{
    public const string Tenant = "Switched";
    public const string Prefix = "/switched";
}
