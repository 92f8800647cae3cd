using System.Globalization;
using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Records.Seeding;
using Klik.Portal.Storage.Invitations;
using Klik.Portal.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>1,000 students invite a parent each, 64 at once: each a transaction of its own that ends on disk, with its mail in the outbox.</summary>
internal static class InviteBenchmark
{
    private const int Invitations = 1_000;
    private const int WarmUps = 8;
    private const int Runs = 5;

    public static Task RunAsync(int students) => SeededDatabase.ForEachAsync(students, async database =>
    {
        await using var portal = await database.BuildPortalAsync();
        var uses = new Uses(portal.Services);
        var runs = new List<(double Seconds, double ProcessorSeconds)>();
        for (var run = 0; run < WarmUps + Runs; run++)
        {
            await ForgetAsync(uses);
            runs.Add(await uses.ManyAsync<InviteParent>(Invitations, (invite, number) => InviteAsync(invite, number % students, number)));
        }

        await ForgetAsync(uses);
        // The first ones compile everything.
        var measured = runs.Skip(WarmUps).OrderBy(run => run.Seconds).ToList();
        Figure.Print("invite-1000", measured[Runs / 2].Seconds, "s", "limit 0.5 s", database.Name);
        Figure.Print("invite-1000-processor-time", measured[Runs / 2].ProcessorSeconds, "s", "this process", database.Name);
    });

    private static async Task InviteAsync(InviteParent invite, int student, int number)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"ouder{number}@voorbeeld.example");
        var result = await invite.ExecuteAsync(StudentId.Parse(SeededSchool.Student(student)), "Jan de Vries", address, CancellationToken.None);
        if (result is not InviteParentResult.Invited)
        {
            throw new InvalidOperationException($"The invitation was answered with {result.GetType().Name}.");
        }
    }

    private static Task ForgetAsync(Uses uses) => uses.OfDatabaseAsync(async context =>
    {
        await context.Set<OutboxRow>().ExecuteDeleteAsync();
        await context.Set<InvitationRow>().ExecuteDeleteAsync();
        await context.Set<InvitationMailCountRow>().ExecuteDeleteAsync();
    });
}
