using Klik.ParentAccess.Core;
using Klik.ParentAccess.Core.Letters.Jobs;
using Klik.ParentAccess.Core.Schools;
using Klik.Portal.Hosting;
using Klik.Portal.Settings;

namespace Klik.Portal.Letters;

/// <summary>The making of letters behind the pages.</summary>
internal static class PortalLetterServices
{
    /// <summary>The setting that names the folder where PDFs wait to be downloaded, relative to the content root.</summary>
    public const string PathSetting = "ParentAccess:LettersPath";

    private const string DefaultFolder = "App_Data/letters";

    /// <summary>Adds it; it needs <see cref="SchoolScopes"/>.</summary>
    public static IServiceCollection AddLetterJobs(this IServiceCollection services)
    {
        services.AddSingleton(provider => new LetterJobFolder(
            Path.GetFullPath(FolderOf(provider), provider.GetRequiredService<IHostEnvironment>().ContentRootPath)));
        services.AddSingleton<LetterJobs>();
        services.AddHostedService<LetterJobsWorker>();
        return services;
    }

    private static string FolderOf(IServiceProvider services) =>
        services.GetRequiredService<IConfiguration>()[PathSetting] is { Length: > 0 } path ? path : DefaultFolder;

    /// <summary>Adds what the command needs beside the store.</summary>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static void AddLettersForCommands(this IServiceCollection services, IConfiguration configuration)
    {
        NumberSettings.Check(configuration);
        services.AddParentAccessCore();
        services.AddParentLetters();
        services.AddScoped<ISchoolAddress, CommandSchoolAddress>();
    }
}
