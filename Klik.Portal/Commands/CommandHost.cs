using Klik.ParentAccess.Core.Schools;
using Klik.Portal.Hosting;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Klik.Portal.StudentRecords;

namespace Klik.Portal.Commands;

/// <summary>The part of the portal that a command needs: the store, with the settings of the portal and without its pages.</summary>
internal sealed class CommandHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CommandHost(ServiceProvider services) => _services = services;

    /// <summary>The schools.</summary>
    public EfSchools Schools => _services.GetRequiredService<EfSchools>();

    /// <summary>Starts it, with the database brought up to date.</summary>
    /// <param name="settings">Settings beside those of files and the environment.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="more">Adds what the command needs beside the store.</param>
    /// <exception cref="Settings.SettingException">A setting is missing or wrong.</exception>
    public static async Task<CommandHost> StartAsync(
        string[] settings, CancellationToken cancellationToken, Action<IServiceCollection, IConfiguration>? more = null)
    {
        var builder = ProgramFolder.CreateBuilder(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPortalStorage(builder.Configuration);
        builder.Services.AddPortalStudentRecords();
        more?.Invoke(builder.Services, builder.Configuration);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var host = new CommandHost(builder.Services.BuildServiceProvider());
        try
        {
            await host._services.PreparePortalStorageAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does something for a school, whether it is stored yet or not.</summary>
    public async Task<TAnswer> AskAsync<TService, TAnswer>(School school, Func<TService, Task<TAnswer>> ask)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentSchool>().Set(school);
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
