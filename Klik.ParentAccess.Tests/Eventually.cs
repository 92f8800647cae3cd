using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Klik.ParentAccess.Tests;

/// <summary>Waits for what others bring about, and fails when it takes longer than even a busy machine needs.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>What is looked for, once it is there.</summary>
    public static async Task<T> FindAsync<T>(Func<Task<T?>> find, [CallerArgumentExpression(nameof(find))] string what = "")
        where T : class
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Longest;)
        {
            if (await find() is { } found)
            {
                return found;
            }

            await Task.Delay(BetweenLooks, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Within a minute there was none: {what}");
    }

    /// <summary>What is looked for, once it is there.</summary>
    public static Task<T> FindAsync<T>(Func<T?> find, [CallerArgumentExpression(nameof(find))] string what = "")
        where T : class => FindAsync(() => Task.FromResult(find()), what);

    /// <summary>Waits until something holds.</summary>
    public static Task HoldsAsync(Func<Task<bool>> holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        FindAsync(async () => await holds() ? what : null, what);

    /// <summary>Waits until something holds.</summary>
    public static Task HoldsAsync(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        HoldsAsync(() => Task.FromResult(holds()), what);
}
