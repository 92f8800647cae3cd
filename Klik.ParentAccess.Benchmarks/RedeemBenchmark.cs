using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>
/// Parents who were never here use the codes of letters, 64 at once, two a letter: each attempt counted, the date of birth
/// compared, account, link and seat made in one transaction that ends on disk, and the count taken back.
/// </summary>
internal static class RedeemBenchmark
{
    private const int WarmUps = 8;
    private const int Runs = 5;

    public static Task RunAsync(int students) => SeededDatabase.ForEachAsync(students, async database =>
    {
        await using var portal = await database.BuildPortalAsync();
        var uses = new Uses(portal.Services);
        var letters = await Redemptions.OfAsync(students, uses);
        var runs = new List<(double Seconds, double ProcessorSeconds)>();
        for (var run = 0; run < WarmUps + Runs; run++)
        {
            await Redemptions.ForgetAsync(uses);
            runs.Add(await uses.ManyAsync<RedeemActivationCode>(letters.Count, letters.RedeemAsync));
        }

        await Redemptions.ForgetAsync(uses);
        // The first ones compile everything.
        var measured = runs.Skip(WarmUps).OrderBy(run => run.Seconds).ToList();
        Figure.Print("redeem", letters.Count / measured[Runs / 2].Seconds, "codes/s", "limit 2000 codes/s", database.Name);
        Figure.Print("redeem-processor-time", 1_000_000 * measured[Runs / 2].ProcessorSeconds / letters.Count, "µs/code", "this process", database.Name);
    });
}
