using Klik.Portal.Development.Demo;
using Klik.Portal.Storage;
using Microsoft.Extensions.Options;

namespace Klik.Portal.Hosting;

/// <summary>Builds the portal.</summary>
internal static class PortalApplication
{
    /// <summary>Builds it, with its database brought up to date; it only needs to be run.</summary>
    /// <param name="args">Settings as command-line arguments.</param>
    /// <param name="configure">What a test changes before it is built.</param>
    /// <exception cref="Settings.SettingException">A setting is missing or wrong.</exception>
    /// <exception cref="OptionsValidationException">Likewise.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = ProgramFolder.CreateBuilder(args);
        // Otherwise the style and script are served only in Development and from a published folder.
        builder.WebHost.UseStaticWebAssets();
        builder.AddPortal();
        configure?.Invoke(builder);
        var app = builder.Build();
        try
        {
            // Before anything is made, and before the host would log a wrong setting with a stack trace.
            Validate(app.Services);
            app.UsePortal();
            await app.Services.PreparePortalStorageAsync(CancellationToken.None);
            if (app.Environment.IsDevelopment())
            {
                await app.Services.GetRequiredService<DemoSchool>().MakeAsync(CancellationToken.None);
            }

            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void Validate(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (AggregateException several) when (several.InnerExceptions[0] is OptionsValidationException first)
        {
            // One after the other: what depends on a wrong setting says the same once more.
            throw first;
        }
    }
}
