using System.Net;
using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.ParentAccess.Benchmarks.Serving;
using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>
/// What overview, sign-in and redeeming take, one after the other, in schools of 1,000, 100,000 and 1,000,000 students. The sizes take turns,
/// and each has as many parents as the others: what this process or the machine has become used to helps none of them.
/// </summary>
internal static class ScaleBenchmark
{
    private const int Parents = 200;
    private const int WarmUps = 3_000;
    private const int Measured = 1_000;
    private const int Turns = 3;
    private const double Limit = 1.3;
    private static readonly int[] Sizes = [1_000, 100_000, 1_000_000];

    public static Task RunAsync() => SeededDatabase.ForEachAsync(Sizes, async databases =>
    {
        var turns = new List<Dictionary<string, double>[]>();
        for (var turn = 0; turn <= Turns; turn++)
        {
            var medians = new List<Dictionary<string, double>>();
            foreach (var (database, students) in databases.Zip(Sizes))
            {
                medians.Add(await MeasureAsync(students, database));
            }

            turns.Add([.. medians]);
        }

        // In the first turn this process compiles what it needs.
        foreach (var name in turns[0][0].Keys)
        {
            var medians = Sizes.Select((_, size) => Middle([.. turns.Skip(1).Select(turn => turn[size][name])])).ToArray();
            for (var size = 0; size < Sizes.Length; size++)
            {
                Figure.Print($"scale-{name}-{Sizes[size]}", medians[size], "ms", $"p50, the middle one of {Turns}", databases[size].Name);
            }

            for (var size = 1; size < Sizes.Length; size++)
            {
                Figure.Print(
                    $"scale-{name}-{Sizes[size]}-growth",
                    medians[size] / medians[0],
                    "times",
                    $"p50 at {Sizes[0]} students; limit {Limit}",
                    databases[size].Name);
            }
        }
    });

    private static async Task<Dictionary<string, double>> MeasureAsync(int students, BenchmarkDatabase database)
    {
        await SeenViews.ForgetAsync(database);
        double overview, signIn;
        await using (var portal = await PortalProcess.StartAsync(database))
        {
            using var browsers = new Browsers(portal.Root, [.. new Families(students).OfTwoChildren().Take(Parents).Select(family => family.FirstParent)]);
            await browsers.SignInAsync();
            overview = await MedianAsync(i => browsers.GetAsync(i % browsers.Count, "/parents"));
            await browsers.ComeFromProviderAsync();
            signIn = await MedianAsync(i => browsers.GetAsync(i % browsers.Count, "/sign-in/complete", HttpStatusCode.SeeOther));
        }

        return new(StringComparer.Ordinal) { ["overview"] = overview, ["sign-in"] = signIn, ["redeem"] = await RedeemAsync(students, database) };
    }

    private static async Task<double> RedeemAsync(int students, BenchmarkDatabase database)
    {
        await using var portal = await database.BuildPortalAsync();
        var uses = new Uses(portal.Services);
        var letters = await Redemptions.OfAsync(students, uses);
        double median = 0;
        for (var run = 0; run < 2; run++)
        {
            await Redemptions.ForgetAsync(uses);
            median = (await Times.OfAsync(letters.Count, i => uses.OneAsync<RedeemActivationCode>(redeem => letters.RedeemAsync(redeem, i)))).Median;
        }

        await Redemptions.ForgetAsync(uses);
        return median;
    }

    // The portal compiles everything first, and warms what can be warm.
    private static async Task<double> MedianAsync(Func<int, Task> work)
    {
        await Times.OfAsync(WarmUps, work);
        return (await Times.OfAsync(Measured, work)).Median;
    }

    private static double Middle(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
