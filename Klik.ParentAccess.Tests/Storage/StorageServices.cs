using Klik.Portal.Storage;
using Klik.Portal.StudentRecords;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Klik.ParentAccess.Tests.Storage;

/// <summary>The portal's store as the host registers it, without the rest of the host.</summary>
internal static class StorageServices
{
    public static ServiceProvider OnSqlite(TemporaryFolder folder) => Create(folder, new());

    public static ServiceProvider OnPostgres(TemporaryFolder folder, PostgresDatabase database) => Create(folder, SettingsOf(database));

    public static Dictionary<string, string?> SettingsOf(PostgresDatabase database) => new()
    {
        ["Database:Provider"] = "PostgreSql",
        ["ConnectionStrings:ParentAccess"] = database.ConnectionString,
    };

    public static ServiceProvider Create(TemporaryFolder contentRoot, Dictionary<string, string?> settings) =>
        Collect(contentRoot, settings).BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });

    public static ServiceCollection Collect(TemporaryFolder contentRoot, Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IHostEnvironment>(new TestEnvironment(contentRoot.Path));
        services.AddLogging();
        services.AddPortalStorage(configuration);
        services.AddPortalStudentRecords();
        return services;
    }

    private sealed class TestEnvironment(string contentRoot) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "Klik.Portal";

        public string ContentRootPath { get; set; } = contentRoot;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
