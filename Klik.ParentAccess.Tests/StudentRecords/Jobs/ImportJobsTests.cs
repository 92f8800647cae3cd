using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Tests.Storage;
using Klik.ParentAccess.Tests.StudentRecords.Import;
using Klik.Portal.Hosting;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Klik.Portal.StudentRecords;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klik.ParentAccess.Tests.StudentRecords.Jobs;

public sealed class ImportJobsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _root = new();
    private readonly ImportFolder _folder = ImportFolder.SmallSchool();
    private readonly School _school = new(SchoolId.Parse("linde"), "De Linde");
    private ServiceProvider _services = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ImportJobs Jobs => _services.GetRequiredService<ImportJobs>();

    public async ValueTask InitializeAsync()
    {
        var services = StorageServices.Collect(_root, []);
        services.AddSingleton<SchoolScopes>();
        services.AddSingleton<IHostApplicationLifetime, TestLifetime>();
        services.AddImportJobs();
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        await _services.PreparePortalStorageAsync(Cancellation);
        await _services.GetRequiredService<EfSchools>().CreateAsync(_school, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Jobs.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        _folder.Dispose();
        _root.Dispose();
    }

    [Fact]
    public async Task An_upload_is_imported_and_its_file_is_gone()
    {
        _folder.With("results.csv", _folder.Read("results.csv") + "r9,,,l1,nobody,,7,2026-09-21,\n");

        Assert.IsType<ImportJobStart.Started>(await UploadAsync(_folder.Zip()));

        var job = await EndedAsync();
        Assert.Equal(ImportJobState.Imported, job.State);
        var result = Assert.IsType<ImportResult.Imported>(job.Result);
        Assert.Equal(new Refusal("results.csv", 5, RefusalReason.UnknownStudent, "studentSourcedId"), Assert.Single(result.Refusals));
        Assert.Equal(3, result.Files.Single(file => file.Name == "results.csv").Entries.Added);
        Assert.Empty(Directory.GetFiles(_root.File("App_Data/imports")));
    }

    [Fact]
    public async Task An_upload_that_cannot_be_read_says_so()
    {
        await using var upload = new MemoryStream([1, 2, 3]);

        await Jobs.StartAsync(_school, upload, Cancellation);

        var job = await EndedAsync();
        Assert.Equal(BrokenReason.UnreadableZip, Assert.IsType<ImportResult.Broken>(job.Result).Reason);
    }

    [Fact]
    public async Task A_school_imports_one_at_a_time_and_another_afterwards()
    {
        var zip = _folder.Zip();
        var earlier = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await StoreAsync(store => store.TryBeginAsync(earlier, Cancellation));

        Assert.IsType<ImportJobStart.AnotherRuns>(await UploadAsync(zip));

        Assert.False(Directory.Exists(_root.File("App_Data/imports")));
        await StoreAsync(store => store.EndAsync(earlier, ImportJobState.Failed, null, Cancellation));
        Assert.IsType<ImportJobStart.Started>(await UploadAsync(zip));
        Assert.Equal(ImportJobState.Imported, (await EndedAsync()).State);
    }

    [Fact]
    public async Task Of_many_uploads_at_once_one_runs()
    {
        var zip = _folder.Zip();

        var starts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StoreAsync(store => store.TryBeginAsync(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Cancellation))));

        Assert.Single(starts, started => started);
        Assert.IsType<ImportJobStart.AnotherRuns>(await UploadAsync(zip));
    }

    [Fact]
    public async Task An_import_that_a_stop_ended_is_marked_at_the_next_start()
    {
        await StoreAsync(store => store.TryBeginAsync(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Cancellation));
        Directory.CreateDirectory(_root.File("App_Data/imports"));
        await File.WriteAllTextAsync(_root.File("App_Data/imports/left.zip"), "left", Cancellation);

        await _services.GetRequiredService<IHostedService>().StartAsync(Cancellation);

        Assert.Equal(ImportJobState.Interrupted, (await Jobs.FindAsync(_school, Cancellation))!.State);
        Assert.False(File.Exists(_root.File("App_Data/imports/left.zip")));
    }

    [Fact]
    public async Task An_upload_that_is_too_long_is_not_kept()
    {
        await using var upload = new MemoryStream(new byte[1_001]);

        var path = await _services.GetRequiredService<ImportJobFolder>().KeepAsync(Guid.Empty, upload, 1_000, Cancellation);

        Assert.Null(path);
        Assert.Empty(Directory.GetFiles(_root.File("App_Data/imports")));
    }

    private async Task<ImportJobStart> UploadAsync(string zip)
    {
        await using var upload = File.OpenRead(zip);
        return await Jobs.StartAsync(_school, upload, Cancellation);
    }

    private Task<ImportJob> EndedAsync() =>
        Eventually.FindAsync(async () => await Jobs.FindAsync(_school, Cancellation) is { EndedAt: not null } job ? job : null);

    private async Task<bool> StoreAsync(Func<IImportJobStore, Task> work)
    {
        var answer = true;
        await _services.GetRequiredService<SchoolScopes>().RunAsync(_school, async services =>
        {
            var task = work(services.GetRequiredService<IImportJobStore>());
            await task;
            answer = task is not Task<bool> asked || await asked;
        });
        return answer;
    }
}
