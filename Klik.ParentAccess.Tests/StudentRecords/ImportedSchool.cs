using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Conformance;
using Klik.ParentAccess.Tests.Fakes;
using Klik.ParentAccess.Tests.StudentRecords.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.StudentRecords;

/// <summary>What the built-in students and records are tested with: a fresh school, the files of a small one, and short ways to import and to ask.</summary>
public abstract class ImportedSchool(IStoreHost host) : IAsyncLifetime
{
    private protected ImportFolder Folder { get; } = ImportFolder.SmallSchool().WithOwnFiles();

    private protected FixedClock Clock { get; } = new() { Start = ImportFolder.Imported };

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected IStoreHost Host => host;

    protected School School { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        host.SkipUnlessThere();
        School = await host.NewSchoolAsync();
    }

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static StudentId Student(string id) => StudentId.Parse(id);

    /// <summary>Imports what is in the folder now; it is taken.</summary>
    protected async Task<ImportResult.Imported> ImportAsync() => Assert.IsType<ImportResult.Imported>(await RunAsync(School));

    /// <summary>Imports what is in the folder now, or another file.</summary>
    protected Task<ImportResult> RunAsync(School school, string? path = null) => AskAsync(
        async (IImportStore store) =>
        {
            using var source = path is null ? Folder.Source() : OneRosterSource.FromPath(path);
            return await new ImportStudentRecords(store, new FixedSchool(school), Clock).ExecuteAsync(source, null, Cancel);
        },
        school);

    /// <summary>Asks something in a scope of its own.</summary>
    protected async Task<TAnswer> AskAsync<TService, TAnswer>(Func<TService, Task<TAnswer>> ask, School? school = null)
        where TService : notnull
    {
        await using var scope = Host.BeginScope(school ?? School);
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private sealed class FixedSchool(School school) : ICurrentSchool
    {
        public School School => school;
    }
}
