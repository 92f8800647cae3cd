using Klik.ParentAccess.Module.Tests.Host;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>Tests of the letters of one school, one after the other: they count attempts, and there is one PDF at a time.</summary>
[CollectionDefinition]
public sealed class LetterSchools
{
    internal const string Tenant = "Letters";
    internal const string Prefix = "/letters";

    /// <summary>The school, set up when it is first asked for, with no attempt counted.</summary>
    internal static async Task<SiteSchool> SetUpAsync(RunningHost host)
    {
        await host.SetUpAsync(Prefix);
        var school = new SiteSchool(host, Tenant, Prefix);
        await school.ForgetAttemptsAsync();
        return school;
    }
}
