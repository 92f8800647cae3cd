using System.Collections.Concurrent;
using System.Net;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.Extensions.Logging;

namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>90,000 broken requests: with <see cref="BadExportTests"/> and <see cref="BadTokenTests"/> 100,000 cases.</summary>
[Collection(BadInputGroup.Name)]
public sealed class BadRequestTests
{
    private const int Rounds = 18;
    private const int CasesARound = 5_000;
    private const int AtOnce = 6;
    private const long MostGrowth = 32 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    [Fact]
    [Trait("Rule", "P1")]
    [Trait("Rule", "P4")]
    public async Task No_request_however_broken_is_answered_with_an_error_of_ours_or_late_or_costs_memory()
    {
        var errors = new ErrorLog();
        await using var portal = new RunningPortal
        {
            Configure = builder =>
            {
                builder.Logging.ClearProviders();
                builder.Logging.SetMinimumLevel(LogLevel.Error);
                // As the portal's own settings have it: a form token that is none is its sender's doing.
                builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);
                builder.Logging.AddProvider(errors);
            },
        };
        await portal.InitializeAsync();
        var found = new ConcurrentQueue<string>();
        var statuses = new ConcurrentDictionary<int, int>();
        long level = 0;
        for (var round = 0; round < Rounds; round++)
        {
            using var surface = await Surface.CreateAsync(portal);
            var requests = new BadRequests(surface);
            await Parallel.ForAsync(
                round * CasesARound,
                (round + 1) * CasesARound,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
                async (number, cancellationToken) => await TryAsync(requests.Make(number), surface.Address, statuses, found, cancellationToken));
            Assert.True(found.IsEmpty, string.Join(Environment.NewLine, found.Take(12).Select(line => line[..Math.Min(line.Length, 1_200)]).Concat(errors.Lines.Select(line => line.Split(" at ")[0]).Distinct())));
            Assert.Equal("/profile/parents /parents /admin/users", await surface.WhereTheyComeAsync());
            if (round == 2)
            {
                level = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        Assert.Empty(errors.Lines);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - level, long.MinValue, MostGrowth);

        // They got further than the door: pages, forms that were taken, and forms that were read and refused.
        Assert.True(statuses.GetValueOrDefault(200) > 5_000 && statuses.GetValueOrDefault(303) > 1_000 && statuses.GetValueOrDefault(422) > 1_000, string.Join(", ", statuses.OrderBy(status => status.Key)));
    }

    private static async Task TryAsync(BadRequest request, Uri portal, ConcurrentDictionary<int, int> statuses, ConcurrentQueue<string> found, CancellationToken cancellationToken)
    {
        var server = new IPEndPoint(IPAddress.Loopback, portal.Port);
        var from = new IPAddress([127, 0, 1, (byte)(1 + (request.Number % 250))]);
        var answer = await Wire.SendAsync(server, from, request, cancellationToken);
        if (answer.Took > Longest)
        {
            // Once may be this machine's doing; twice is the request's.
            var again = await Wire.SendAsync(server, from, request, cancellationToken);
            answer = again with { Status = Math.Max(answer.Status, again.Status) };
        }

        statuses.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);

        // 505: the version of HTTP is not supported, which is the client's doing.
        if ((answer.Status >= 500 && answer.Status != 505) || answer.Took > Longest)
        {
            found.Enqueue($"{answer.Status} after {answer.Took.TotalSeconds:F2} s: {request}");
        }
    }
}
