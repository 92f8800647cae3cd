using Klik.ParentAccess.Core.Keys;
using Klik.ParentAccess.Core.Privacy;
using Klik.Portal.Settings;
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
        services.AddSingleton(provider => Open(provider.GetRequiredService<KeyFolder>()));
        services.AddScoped<ISchoolKeys, FileSchoolKeys>();

        services.AddDataProtection().SetApplicationName("Klik.Portal");
        services.AddSingleton<Microsoft.Extensions.Options.IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, DataProtectionKeys>();
        return services;
    }

    /// <summary>Reads the master keys, or makes them.</summary>
    /// <exception cref="SettingException">They cannot be read.</exception>
    public static KeyRing Open(KeyFolder folder)
    {
        try
        {
            return new KeyRing(folder);
        }
        catch (KeyRingException problem)
        {
            throw new SettingException(PathSetting, $"names a folder whose {problem.Message.TrimEnd('.')}");
        }
    }
}
