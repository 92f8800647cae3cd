using System.Diagnostics;
using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>Uses a use case many times at once, each in a scope of its own, as requests do.</summary>
internal sealed class Uses(IServiceProvider services)
{
    private const int AtOnce = 64;

    /// <summary>Does something for the seeded school with a service of a scope of its own.</summary>
    public async Task OneAsync<TService>(Func<TService, Task> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentSchool>().Set(SeededDatabase.School);
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Does something with the seeded school's database.</summary>
    public Task OfDatabaseAsync(Func<ParentAccessDbContext, Task> use) => OneAsync(use);

    /// <summary>Uses a use case so many times, 64 at once.</summary>
    /// <returns>How long it took, and how much the process worked meanwhile, in seconds.</returns>
    public async Task<(double Seconds, double ProcessorSeconds)> ManyAsync<TService>(int times, Func<TService, int, Task> use)
        where TService : notnull
    {
        using var process = Process.GetCurrentProcess();
        var worked = process.TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < times; number = Interlocked.Increment(ref next))
            {
                await OneAsync<TService>(service => use(service, number));
            }
        })));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        process.Refresh();
        return (seconds, (process.TotalProcessorTime - worked).TotalSeconds);
    }
}
