using Klik.ParentAccess.Core.Letters.Jobs;
using Klik.Portal.Hosting;

namespace Klik.Portal.Letters;

/// <summary>The making of letters behind the pages.</summary>
internal static class PortalLetterServices
{
    /// <summary>Where PDFs wait to be downloaded, relative to the content root.</summary>
    private const string Folder = "App_Data/letters";

    /// <summary>Adds it; it needs <see cref="SchoolScopes"/>.</summary>
    public static IServiceCollection AddLetterJobs(this IServiceCollection services)
    {
        services.AddSingleton(provider => new LetterJobFolder(
            Path.GetFullPath(Folder, provider.GetRequiredService<IHostEnvironment>().ContentRootPath)));
        services.AddSingleton<LetterJobs>();
        services.AddHostedService<LetterJobsWorker>();
        return services;
    }
}
