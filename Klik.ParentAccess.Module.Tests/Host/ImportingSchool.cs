using Microsoft.AspNetCore.Identity;
using OrchardCore.Security;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>Two schools with the built-in student records, whose programs may import.</summary>
internal static class ImportingSchool
{
    /// <summary>The role that may import and nothing else.</summary>
    public const string Importer = "Importer";

    public static readonly (string Tenant, string Prefix) First = ("Importing", "/importing");
    public static readonly (string Tenant, string Prefix) Second = ("ImportingToo", "/importing-too");

    private static readonly FeatureSwitch FirstFeatures = new(First.Tenant, First.Prefix, "Klik.ParentAccess.StudentRecords");
    private static readonly FeatureSwitch SecondFeatures = new(Second.Tenant, Second.Prefix, "Klik.ParentAccess.StudentRecords");

    /// <summary>Sets one up, once.</summary>
    public static async Task<SiteSchool> SetUpAsync(RunningHost host)
    {
        await FirstFeatures.SetUpAsync(host, AddImporterAsync);
        return new SiteSchool(host, First.Tenant, First.Prefix);
    }

    /// <summary>Sets the other one up, once.</summary>
    public static async Task<SiteSchool> SetUpSecondAsync(RunningHost host)
    {
        await SecondFeatures.SetUpAsync(host, AddImporterAsync);
        return new SiteSchool(host, Second.Tenant, Second.Prefix);
    }

    private static async Task AddImporterAsync(IServiceProvider services)
    {
        var role = new Role { RoleName = Importer, RoleClaims = [new() { ClaimType = "Permission", ClaimValue = "ImportStudentRecords" }] };
        var created = await services.GetRequiredService<RoleManager<IRole>>().CreateAsync(role);
        Assert.True(created.Succeeded);
    }
}
