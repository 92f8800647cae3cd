using System.Diagnostics;

namespace Klik.ParentAccess.Tests.Processes;

/// <summary>A disk of eight megabytes in memory, which can be filled; only root can make one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Bytes = 8 << 20;

    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Makes one; the test is skipped where that is not allowed.</summary>
    public static async Task<SmallDisk> MountAsync()
    {
        var path = Directory.CreateTempSubdirectory("klik-disk-").FullName;
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Bytes}", "tmpfs", path) != 0)
        {
            Directory.Delete(path);
            Assert.Skip("A disk in memory cannot be mounted here.");
        }

        return new SmallDisk(path);
    }

    /// <summary>Fills it up but for a few kilobytes.</summary>
    public void Fill(int left)
    {
        using var file = File.Create(Filler);
        var buffer = new byte[4096];
        while (new DriveInfo(Path).AvailableFreeSpace > left + buffer.Length)
        {
            file.Write(buffer);
            file.Flush();
        }
    }

    /// <summary>Makes room again.</summary>
    public void Empty() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "--lazy", Path);
        Directory.Delete(Path);
    }

    private static async Task<int> RunAsync(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
