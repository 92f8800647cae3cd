using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Records;
using Klik.Portal.Hosting;
using Klik.Portal.Storage;
using Klik.Portal.StudentRecords.Jobs;
using Klik.Portal.Students;

namespace Klik.Portal.StudentRecords;

/// <summary>The built-in students and student records, and the import that fills them.</summary>
internal static class PortalStudentRecordsServices
{
    /// <summary>Where uploads wait, relative to the content root.</summary>
    private const string ImportFolder = "App_Data/imports";

    /// <summary>Adds them; they need the store (<see cref="Storage.PortalStorage"/>).</summary>
    public static IServiceCollection AddPortalStudentRecords(this IServiceCollection services)
    {
        services.AddScoped<IStudents, PortalStudents>();
        services.AddScoped<RecordsVersion>();
        services.AddScoped<IRecordDatabase, PortalRecordDatabase>();
        services.AddStudentRecords(_ => new RecordTables(table => SnakeCase.Of(table.ToString())));
        return services;
    }

    /// <summary>Adds the running of uploaded imports; it needs <see cref="SchoolScopes"/>.</summary>
    public static IServiceCollection AddImportJobs(this IServiceCollection services)
    {
        services.AddSingleton<ISchoolScopes>(provider => provider.GetRequiredService<SchoolScopes>());
        services.AddScoped<IImportJobStore, EfImportJobStore>();
        services.AddSingleton(provider => new ImportJobFolder(
            Path.GetFullPath(ImportFolder, provider.GetRequiredService<IHostEnvironment>().ContentRootPath)));
        services.AddSingleton<ImportJobs>();
        services.AddHostedService<ImportJobsWorker>();
        return services;
    }
}
