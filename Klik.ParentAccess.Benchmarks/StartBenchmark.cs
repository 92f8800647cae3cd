using System.Diagnostics;
using System.Globalization;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>How soon the portal answers its first request after a start, and how much memory it takes at rest.</summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("klik-benchmark-");
        try
        {
            // The first start makes the demo school; the second is what an operator sees.
            await StartAsync("first start, with the demo school to make", folder.FullName, TimeSpan.Zero);
            await StartAsync("later start", folder.FullName, Rest);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task StartAsync(string of, string folder, TimeSpan rest)
    {
        const string Address = "http://127.0.0.1:5979";
        var begin = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Klik.Portal.dll"), "--environment=Development", $"--contentRoot={folder}", $"--urls={Address}"])
        {
            begin.ArgumentList.Add(argument);
        }

        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(begin)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            using var client = new HttpClient();
            while (!await AnswersAsync(client, $"{Address}/demo/sign-in"))
            {
                await Task.Delay(20);
            }

            Figure.Print("start", Stopwatch.GetElapsedTime(began).TotalSeconds, "s", of);
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest);
                Figure.Print("memory-at-rest", ResidentMegabytes(process.Id), "MB", of);
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string address)
    {
        try
        {
            using var response = await client.GetAsync(address);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static double ResidentMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(candidate => candidate.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
