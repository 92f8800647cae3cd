using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Services.Students;
using OrchardCore.Modules;
using StartupBase = OrchardCore.Modules.StartupBase;

namespace Klik.ParentAccess.Module.Tests.Examples;

/// <summary>In a feature that depends on Klik.ParentAccess, and not on Klik.ParentAccess.StudentRecords.</summary>
[Feature("Lms.ParentAccess")]
public sealed class LmsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IStudentRecords, LmsStudentRecords>();
        services.AddScoped<IStudentDetails, LmsStudentDetails>();
    }
}
