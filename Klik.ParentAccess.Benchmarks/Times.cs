using System.Diagnostics;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>How long something takes, one after the other.</summary>
internal sealed class Times
{
    private readonly double[] _milliseconds;

    private Times(double[] milliseconds) => _milliseconds = milliseconds;

    /// <summary>Half take no longer, in milliseconds.</summary>
    public double Median => _milliseconds[_milliseconds.Length / 2];

    /// <summary>99 of 100 take no longer, in milliseconds.</summary>
    public double P99 => _milliseconds[_milliseconds.Length * 99 / 100];

    /// <summary>Does something so many times.</summary>
    public static async Task<Times> OfAsync(int times, Func<int, Task> work)
    {
        var milliseconds = new double[times];
        for (var i = 0; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await work(i);
            milliseconds[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Array.Sort(milliseconds);
        return new Times(milliseconds);
    }
}
