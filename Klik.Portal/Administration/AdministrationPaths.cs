namespace Klik.Portal.Administration;

/// <summary>The administrator's paths, relative to the school's base.</summary>
internal static class AdministrationPaths
{
    public const string Users = "/admin/users";
    public const string Settings = "/admin/settings";
    public const string Import = "/admin/import";
}
