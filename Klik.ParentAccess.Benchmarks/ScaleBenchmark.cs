using System.Net;
using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.ParentAccess.Benchmarks.Serving;
using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>What overview, sign-in and redeeming take, one after the other, in schools of 1,000, 100,000 and 1,000,000 students.</summary>
internal static class ScaleBenchmark
{
    private const int Measured = 1_000;
    private const double Limit = 1.3;
    private static readonly int[] Sizes = [1_000, 100_000, 1_000_000];

    public static async Task RunAsync()
    {
        var smallest = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var students in Sizes)
        {
            await SeededDatabase.ForEachAsync(students, async database =>
            {
                foreach (var (name, median) in await MeasureAsync(students, database))
                {
                    var key = $"{name}-{database.Name}";
                    Figure.Print($"scale-{name}-{students}", median, "ms", "p50", database.Name);
                    if (students == Sizes[0])
                    {
                        smallest[key] = median;
                    }
                    else
                    {
                        Figure.Print($"scale-{name}-{students}-growth", median / smallest[key], "times", $"p50 at {Sizes[0]} students; limit {Limit}", database.Name);
                    }
                }
            });
        }
    }

    private static async Task<IReadOnlyList<(string Name, double Median)>> MeasureAsync(int students, BenchmarkDatabase database)
    {
        await SeenViews.ForgetAsync(database);
        double overview, signIn;
        await using (var portal = await PortalProcess.StartAsync(database))
        {
            using var browsers = new Browsers(portal.Root, [.. new Families(students).OfTwoChildren().Select(family => family.FirstParent)]);
            await browsers.SignInAsync();
            overview = await MedianAsync(i => browsers.GetAsync(i % browsers.Count, "/parents"));
            await browsers.ComeFromProviderAsync();
            signIn = await MedianAsync(i => browsers.GetAsync(i % browsers.Count, "/sign-in/complete", HttpStatusCode.SeeOther));
        }

        return [("overview", overview), ("sign-in", signIn), ("redeem", await RedeemAsync(students, database))];
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

    // The first half compiles everything and warms what can be warm.
    private static async Task<double> MedianAsync(Func<int, Task> work)
    {
        await Times.OfAsync(Measured, work);
        return (await Times.OfAsync(Measured, work)).Median;
    }
}
