using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Records.Import;
using Klik.ParentAccess.Records.Reading;
using Klik.ParentAccess.Records.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Records;

/// <summary>The built-in student records, and the import that fills them.</summary>
public static class StudentRecordsServices
{
    /// <summary>Adds them; the host adds an <see cref="IRecordDatabase"/> a scope.</summary>
    /// <param name="services">The services.</param>
    /// <param name="tables">What the tables are called; asked once.</param>
    public static IServiceCollection AddStudentRecords(this IServiceCollection services, Func<IServiceProvider, RecordTables> tables)
    {
        services.AddSingleton(tables);
        services.AddSingleton<RecordStatements>();
        services.AddSingleton<SummaryStatements>();
        services.AddSingleton<RememberedSummaries>();
        services.AddSingleton<ImportTables>();
        services.AddScoped<SummaryQuery>();
        services.AddScoped<IStudentRecords, SqlStudentRecords>();
        services.AddScoped<IImportStore, SqlImportStore>();
        services.AddScoped<ImportStudentRecords>();
        services.AddScoped<SeedStudentRecords>();
        return services;
    }
}
