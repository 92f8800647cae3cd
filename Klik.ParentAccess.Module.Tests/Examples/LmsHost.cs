using Klik.ParentAccess.Module.Tests.Host;
using OrchardCore.Environment.Shell;

namespace Klik.ParentAccess.Module.Tests.Examples;

/// <summary>The host with an LMS in it, without the built-in student records.</summary>
public sealed class LmsHost : RunningHost
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await InTenantAsync("Default", async services =>
        {
            var features = services.GetRequiredService<IShellFeaturesManager>();
            var records = (await features.GetAvailableFeaturesAsync()).Where(feature => feature.Id == Features.StudentRecords);
            await features.DisableFeaturesAsync(records, force: true);
        });
    }

    protected override void Configure(WebApplicationBuilder builder) =>
        builder.Services.AddOrchardCore().ConfigureServices(tenant =>
        {
            tenant.AddSingleton<IGradebook, OneMark>();
            new LmsStartup().ConfigureServices(tenant);
        });

    private sealed class OneMark : IGradebook
    {
        public Task<IReadOnlyList<Mark>> MarksAsync(string userId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Mark>>([new Mark("1", "Wiskunde", $"Toets van {userId}", new DateOnly(2026, 9, 1), 7.5m, DateTimeOffset.UnixEpoch)]);
    }
}
