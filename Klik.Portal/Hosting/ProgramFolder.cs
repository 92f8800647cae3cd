using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace Klik.Portal.Hosting;

/// <summary>
/// What stands beside the published program: style, script and default settings. They are found from whatever folder the portal
/// is started in, so that program and data can be in folders of their own.
/// </summary>
internal static class ProgramFolder
{
    /// <summary>A builder whose content root (data, own settings) is the folder it is started in.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args) => CreateBuilder(args, AppContext.BaseDirectory);

    /// <summary>Likewise, for a program in another folder.</summary>
    internal static WebApplicationBuilder CreateBuilder(string[] args, string folder)
    {
        var webRoot = Path.Combine(folder, "wwwroot");
        if (!Directory.Exists(webRoot))
        {
            // Not published: the build's own manifest knows where the files are.
            return WebApplication.CreateBuilder(args);
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, WebRootPath = webRoot });
        var files = new PhysicalFileProvider(folder);
        string[] names = ["appsettings.json", $"appsettings.{builder.Environment.EnvironmentName}.json"];
        foreach (var (at, name) in names.Index())
        {
            // Before all others, which therefore go before these.
            builder.Configuration.Sources.Insert(at, new JsonConfigurationSource { FileProvider = files, Path = name, Optional = true });
        }

        return builder;
    }
}
