using Klik.ParentAccess.Core.Privacy;
using Microsoft.AspNetCore.DataProtection;

namespace Klik.Portal.Keys;

/// <summary>The portal's secret keys, kept outside the database.</summary>
internal static class PortalKeys
{
    /// <summary>The setting that names the folder, relative to the content root.</summary>
    public const string PathSetting = "ParentAccess:KeysPath";

    private const string DefaultFolder = "App_Data/keys";

    /// <summary>Adds the schools' keys, and puts the keys of cookies and forms (Data Protection) in the same folder.</summary>
    public static IServiceCollection AddPortalKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = configuration[PathSetting] is { Length: > 0 } path ? path : DefaultFolder;
        services.AddSingleton(provider => new KeyFolder(Path.GetFullPath(folder, provider.GetRequiredService<IHostEnvironment>().ContentRootPath)));
        services.AddSingleton<KeyRing>();
        services.AddScoped<ISchoolKeys, FileSchoolKeys>();

        services.AddDataProtection().SetApplicationName("Klik.Portal");
        services.AddSingleton<Microsoft.Extensions.Options.IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, DataProtectionKeys>();
        return services;
    }
}
