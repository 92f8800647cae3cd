using Klik.ParentAccess.Benchmarks.Seeding;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>What parents looked at while an earlier run measured: forgotten, so that kept data is always the same.</summary>
internal static class SeenViews
{
    public static async Task ForgetAsync(BenchmarkDatabase database)
    {
        await using var portal = await database.BuildPortalAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentSchool>().Set(SeededDatabase.School);
        await scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Set<ViewRow>().Where(view => view.At > SeedMoments.Visit).ExecuteDeleteAsync();
    }
}
