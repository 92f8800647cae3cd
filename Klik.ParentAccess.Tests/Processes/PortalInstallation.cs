using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;
using Klik.ParentAccess.Tests.Storage;
using Klik.Portal.Letters;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Processes;

/// <summary>
/// The portal as it is installed: one or more processes on one database and one key folder, behind one address. A browser's
/// requests go to the processes in turn, as through a balancer that keeps nobody with one of them.
/// </summary>
internal sealed class PortalInstallation : ITestPortal, IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort.Next();
    private readonly List<PortalInstance> _instances = [];
    private readonly ConcurrentQueue<int> _asked = new();
    private readonly ServiceProvider _services;
    private int _schools;

    private PortalInstallation(LyingIdentityProvider provider, IReadOnlyDictionary<string, string?> settings, int processes)
    {
        Provider = provider;
        var all = new Dictionary<string, string?>(provider.Settings)
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:ParentAccess"] = $"Data Source={_folder.File("data.db")}",
            ["ParentAccess:KeysPath"] = _folder.File("keys"),
            ["ParentAccess:LettersPath"] = _folder.File("letters"),
            ["ParentAccess:PublicUrl"] = Address,
            ["ParentAccess:InvitationMailsPerDay"] = "1000",
            ["ParentAccess:Administrators:0"] = TestSchool.Administrator,
            ["Development:DemoSchool"] = "false",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        for (var i = 0; i < processes; i++)
        {
            var own = Directory.CreateDirectory(_folder.File($"instance-{i}")).FullName;
            _instances.Add(new PortalInstance(["--environment=Development", $"--contentRoot={own}", .. all.Select(setting => $"--{setting.Key}={setting.Value}")]));
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        var services = StorageServices.Collect(_folder, all);
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLettersForCommands(configuration);
        _services = services.BuildServiceProvider();
    }

    public string Address => $"http://127.0.0.1:{_port}";

    public IServiceProvider Services => _services;

    public LyingIdentityProvider Provider { get; }

    /// <summary>The folder with everything that it keeps.</summary>
    public TemporaryFolder Folder => _folder;

    public IReadOnlyList<PortalInstance> Instances => _instances;

    /// <summary>Which process got each request, in order.</summary>
    public IEnumerable<int> Asked => _asked;

    /// <summary>Makes it and starts its processes.</summary>
    /// <param name="settings">Settings in place of the usual, such as those of a database.</param>
    /// <param name="processes">How many.</param>
    public static async Task<PortalInstallation> StartAsync(IReadOnlyDictionary<string, string?> settings, int processes = 1)
    {
        var installation = new PortalInstallation(await LyingIdentityProvider.StartAsync(), settings, processes);
        try
        {
            await installation.Services.PreparePortalStorageAsync(TestContext.Current.CancellationToken);
            await Task.WhenAll(installation.Instances.Select(instance => instance.StartAsync()));
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    public async Task<TestSchool> NewSchoolAsync()
    {
        var id = SchoolId.Parse($"school-{++_schools}");
        await Services.GetRequiredService<EfSchools>().CreateAsync(new School(id, $"School {id}") { Language = "nl" }, TestContext.Current.CancellationToken);
        // Processes that have been asked before learn of it by then.
        await Task.Delay(EfSchools.Remembered, TestContext.Current.CancellationToken);
        return new TestSchool(this, id);
    }

    /// <summary>A connection for each request, to the next process.</summary>
    public HttpMessageHandler Connect(CookieContainer cookies)
    {
        var turn = -1;
        return new SocketsHttpHandler
        {
            CookieContainer = cookies,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = async (context, cancellationToken) =>
            {
                var asked = context.DnsEndPoint.Port;
                var port = asked == _port ? Next(ref turn).Port : asked;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        await _services.DisposeAsync();
        await Provider.DisposeAsync();
        _folder.Dispose();
    }

    private PortalInstance Next(ref int turn)
    {
        var at = (int)((uint)Interlocked.Increment(ref turn) % _instances.Count);
        _asked.Enqueue(at);
        return _instances[at];
    }
}
