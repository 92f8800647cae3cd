using Klik.ParentAccess.Core.Keys;
using Klik.ParentAccess.Core.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Configuration;

namespace Klik.ParentAccess.Services;

/// <summary>The tenant's secret keys: a file beside the tenant's other files, outside the database.</summary>
internal static class TenantKeys
{
    private const string PathSetting = "ParentAccess:KeysPath";
    private const string Folder = "Klik.ParentAccess";

    public static IServiceCollection AddTenantKeys(this IServiceCollection services)
    {
        services.AddSingleton(provider => new KeyRing(new KeyFolder(PathOf(provider))));
        services.AddScoped<ISchoolKeys, FileSchoolKeys>();
        return services;
    }

    /// <summary>What the setting says, which is for all tenants unless it is one tenant's, and below it a folder for the tenant.</summary>
    private static string PathOf(IServiceProvider provider)
    {
        var shell = provider.GetRequiredService<ShellSettings>();
        if (provider.GetRequiredService<IShellConfiguration>()[PathSetting] is { Length: > 0 } path)
        {
            return Path.GetFullPath(Path.Combine(path, shell.Name), provider.GetRequiredService<IHostEnvironment>().ContentRootPath);
        }

        var options = provider.GetRequiredService<IOptions<ShellOptions>>().Value;
        return Path.Combine(options.ShellsApplicationDataPath, options.ShellsContainerName, shell.Name, Folder);
    }
}
