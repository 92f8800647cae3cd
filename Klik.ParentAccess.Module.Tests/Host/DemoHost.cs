using System.Net;
using System.Net.Sockets;
using Klik.Host;
using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Tests.Localization;
using Klik.ParentAccess.Tests.SignIn;
using OrchardCore.Environment.Shell;
using TemporaryFolder = Klik.ParentAccess.Tests.Storage.TemporaryFolder;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The host as <c>dotnet run</c> starts it on a developer's machine, with the settings that it has there, in a folder of its own.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    /// <summary>The password of everybody at the demo school.</summary>
    public const string Password = "Demo-1234";

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    /// <summary>Where the host listens, without a slash at the end.</summary>
    public string Address { get; } = $"http://localhost:{FreePort()}";

    internal CapturedLog Log { get; } = new();

    private WebApplication App => _app ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        var project = SourceTexts.PathOf("Klik.Host");
        Directory.CreateDirectory(_folder.File("Recipes"));
        foreach (var file in Directory.GetFiles(project, "appsettings*.json").Concat(Directory.GetFiles(Path.Combine(project, "Recipes"))))
        {
            File.Copy(file, _folder.File(Path.GetRelativePath(project, file)));
        }

        _app = HostApplication.Build(
            ["--environment=Development", $"--contentRoot={_folder.Path}", "--applicationName=Klik.Host", $"--urls={Address}"],
            builder => builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Information));
        await _app.StartAsync();
    }

    /// <summary>Sends the mail that is due, which the host does by itself every minute.</summary>
    public async Task SendMailAsync()
    {
        var scope = await App.Services.GetRequiredService<IShellHost>().GetScopeAsync("Default");
        await scope.UsingAsync(inner => inner.ServiceProvider.GetRequiredService<SendOutbox>().ExecuteAsync(CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
