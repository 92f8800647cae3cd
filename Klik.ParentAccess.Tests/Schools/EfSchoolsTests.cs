using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Tests.Storage;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Schools;

public sealed class EfSchoolsTests : IAsyncLifetime
{
    private static readonly School Demo = new(SchoolId.Parse("demo"), "Demo")
    {
        Language = "en",
        TimeZone = "Europe/Brussels",
        AccentColor = "#336699",
        ShowsConversations = false,
    };

    private readonly TemporaryFolder _folder = new();
    private readonly MovableTime _time = new();
    private ServiceProvider _services = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _services = StorageServices.OnSqlite(_folder);
        await _services.PreparePortalStorageAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_school_is_found_as_it_was_made_and_as_it_was_saved()
    {
        var schools = Process();

        Assert.Null(await schools.FindAsync(Demo.Id, Cancel));
        Assert.True(await schools.CreateAsync(Demo, Cancel));
        Assert.Equal(Demo, await schools.FindAsync(Demo.Id, Cancel));
        var changed = new School(Demo.Id, "New name");
        Assert.True(await schools.SaveAsync(changed, Cancel));
        Assert.Equal([changed], await schools.ListAsync(Cancel));
    }

    [Fact]
    public async Task A_school_is_made_once_and_none_is_saved_that_is_not_there()
    {
        var schools = Process();
        await schools.CreateAsync(Demo, Cancel);

        Assert.False(await schools.CreateAsync(Demo with { Name = "Other" }, Cancel));
        Assert.False(await schools.SaveAsync(new School(SchoolId.Parse("other"), "Other"), Cancel));
        Assert.Equal([Demo], await schools.ListAsync(Cancel));
    }

    [Fact]
    public async Task Another_process_sees_a_change_within_seconds()
    {
        var here = Process();
        var there = Process();
        await here.CreateAsync(Demo, Cancel);
        await there.ListAsync(Cancel);

        await here.SaveAsync(Demo with { Name = "New name" }, Cancel);

        Assert.Equal("Demo", (await there.FindAsync(Demo.Id, Cancel))!.Name);
        _time.Move(EfSchools.Remembered);
        Assert.Equal("New name", (await there.FindAsync(Demo.Id, Cancel))!.Name);
    }

    private EfSchools Process() => new(_services.GetRequiredService<IServiceScopeFactory>(), _services.GetRequiredService<IStoreFaults>(), _time);

    private sealed class MovableTime : TimeProvider
    {
        private long _timestamp = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _timestamp;

        public void Move(TimeSpan by) => _timestamp += by.Ticks;
    }
}
