using System.Diagnostics;
using System.Globalization;

namespace Klik.ParentAccess.Benchmarks.Serving;

/// <summary>The portal in a process of its own, so that its memory is its own; it ends when this one lets go of it.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;

    private PortalProcess(Process process, string root)
    {
        _process = process;
        Root = root;
    }

    /// <summary>The address of the seeded school.</summary>
    public string Root { get; }

    /// <summary>Processor time used so far, in seconds.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>The most memory that it had so far, in MB.</summary>
    public double PeakMegabytes => Megabytes("VmHWM:");

    /// <summary>Its number in the system, for a profiler.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it and waits until it serves.</summary>
    public static async Task<PortalProcess> StartAsync(BenchmarkDatabase database)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(PortalProcess).Assembly.Location, ServedPortal.Command, database.Name, database.Folder, database.Provider, database.ConnectionString])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var root = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The portal could not be started.");
        return new PortalProcess(process, root);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private double Megabytes(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(candidate => candidate.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
