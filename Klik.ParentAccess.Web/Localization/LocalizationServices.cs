using Klik.ParentAccess.Web.Localization.Po;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>Registers the texts.</summary>
public static class LocalizationServices
{
    /// <summary>
    /// Adds <see cref="ITexts"/> in every language there is a file for. A file that cannot be used stops the host where the
    /// texts are first asked for; <see cref="RequestLanguageMiddleware.UseParentAccessLanguage"/> asks when it starts.
    /// </summary>
    public static IServiceCollection AddParentAccessTexts(this IServiceCollection services, Action<LocalizationOptions>? configure = null)
    {
        services.AddOptions<LocalizationOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton(provider => new TextCatalog(FilesOf(provider)));
        services.TryAddSingleton<ITexts, Texts>();
        return services;
    }

    private static IEnumerable<PoFile> FilesOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<LocalizationOptions>>().Value;
        var root = provider.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory;
        return TextFiles.Read(options.Assemblies, Path.Combine(root, options.Folder));
    }
}
