using System.Diagnostics;

namespace Klik.ParentAccess.Tests.Processes;

/// <summary>
/// A PostgreSQL server of a test's own, which can be stopped and started. The server refuses to run as root; there it runs as the
/// user <c>postgres</c> that its package makes.
/// </summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private readonly string _programs;
    private readonly string _folder;
    private readonly int _port = FreePort.Next();
    private bool _isRunning;

    private PrivatePostgres(string programs, string folder)
    {
        _programs = programs;
        _folder = folder;
    }

    /// <summary>The settings with which a portal uses it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Provider"] = "PostgreSql",
        ["ConnectionStrings:ParentAccess"] = ConnectionString + ";Database=klik",
    };

    /// <summary>How to connect to it, in any database.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Timeout=5";

    /// <summary>Makes one and starts it; the test is skipped where PostgreSQL is not installed.</summary>
    public static async Task<PrivatePostgres> StartNewAsync()
    {
        PostgresPrograms.SkipUnlessThere();
        var programs = PostgresPrograms.Folder!;
        var folder = Path.Combine(Path.GetTempPath(), $"klik-postgres-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}");
        var server = new PrivatePostgres(programs, folder);
        await RunAsync("mkdir", folder);
        await RunAsync(Path.Combine(programs, "initdb"), "--pgdata", server.Data, "--auth", "trust", "--username", "postgres", "--no-sync");
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it, and waits until it lets people in.</summary>
    public async Task StartAsync()
    {
        await ControlAsync("start", "--wait", "--log", Path.Combine(_folder, "log"), "--options",
            $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c fsync=off");
        _isRunning = true;
    }

    /// <summary>Stops it.</summary>
    /// <param name="how">fast: what runs is broken off and undone; immediate: as when it crashes.</param>
    public async Task StopAsync(string how)
    {
        await ControlAsync("stop", "--wait", "--mode", how);
        _isRunning = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (_isRunning)
        {
            await StopAsync("immediate");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private Task ControlAsync(string what, params IEnumerable<string> arguments) =>
        RunAsync(Path.Combine(_programs, "pg_ctl"), [what, "--pgdata", Data, "--silent", .. arguments]);

    private static async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        string[] line = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(line[0]) { WorkingDirectory = "/" };
        foreach (var argument in line.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.");
    }
}
