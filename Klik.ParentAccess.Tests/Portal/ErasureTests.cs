using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Throttling;
using Klik.Portal.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>The portal takes away by itself what has been kept long enough.</summary>
[Trait("Rule", "I13")]
public sealed class ErasureTests(RunningPortal portal)
{
    private static readonly AttemptKey Key = new("account:old", TimeSpan.FromDays(1));

    [Fact(Timeout = 60_000)]
    public async Task Letters_long_expired_and_old_counts_of_attempts_go()
    {
        var cancel = TestContext.Current.CancellationToken;
        var school = await portal.NewSchoolAsync();
        var student = StudentId.Parse((await school.AddStudentAsync()).Id);
        var longAgo = TimeProvider.System.GetUtcNow().AddDays(-100);
        await school.InSchoolAsync(async services =>
        {
            await using var work = await services.GetRequiredService<IParentAccessStore>().BeginAsync(cancel);
            await work.Letters.TryAddAsync(new Letter(Guid.CreateVersion7(longAgo), student, 1, 1, new CodeHash("hash"), 2, 0, 0, longAgo, longAgo.AddDays(30), null), cancel);
            await work.CommitAsync(cancel);
        });
        await school.InSchoolAsync(services => services.GetRequiredService<IAttemptCounters>().TryAddAsync(new AttemptCount(Key, 0, null), [], longAgo, cancel));
        Assert.Equal((true, 1), await KeptAsync(school, student, longAgo));
        using var worker = ActivatorUtilities.CreateInstance<ErasureWorker>(portal.Services);

        await worker.StartAsync(cancel);
        await Eventually.HoldsAsync(async () => await KeptAsync(school, student, longAgo) == (false, 0));
        await worker.StopAsync(cancel);
    }

    private static async Task<(bool HasLetter, int Attempts)> KeptAsync(TestSchool school, StudentId student, DateTimeOffset then)
    {
        var kept = (false, 0);
        await school.InSchoolAsync(async services => kept = (
            await services.GetRequiredService<ILetters>().OfStudentAsync(student, TestContext.Current.CancellationToken) is not null,
            (await services.GetRequiredService<IAttemptCounters>().ReadAsync([Key], then, TestContext.Current.CancellationToken))[0].Attempts));
        return kept;
    }
}
