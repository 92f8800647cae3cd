using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Hosting;
using Klik.Portal.StudentRecords.Import;
using Klik.Portal.StudentRecords.Jobs;
using Klik.Portal.Students;

namespace Klik.Portal.StudentRecords;

/// <summary>The built-in students and student records, and the import that fills them.</summary>
internal static class PortalStudentRecordsServices
{
    /// <summary>Adds them; they need the store (<see cref="Storage.PortalStorage"/>).</summary>
    public static IServiceCollection AddPortalStudentRecords(this IServiceCollection services)
    {
        services.AddScoped<IStudents, PortalStudents>();
        services.AddScoped<SummaryQuery>();
        services.AddScoped<IStudentRecords, PortalStudentRecords>();
        services.AddScoped<IImportStore, PortalImportStore>();
        services.AddScoped<ImportStudentRecords>();
        services.AddScoped<SeedStudentRecords>();
        return services;
    }

    /// <summary>Adds the running of uploaded imports; it needs <see cref="SchoolScopes"/>.</summary>
    public static IServiceCollection AddImportJobs(this IServiceCollection services)
    {
        services.AddScoped<ImportJobStore>();
        services.AddSingleton<ImportJobFolder>();
        services.AddSingleton<ImportJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportJobs>());
        return services;
    }
}
