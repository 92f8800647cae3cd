using Klik.ParentAccess.Core.OneRoster;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Tests.Fakes;

namespace Klik.ParentAccess.Tests.StudentRecords.Import;

/// <summary>What the tests of the import share.</summary>
public abstract class ImportTest : IDisposable
{
    private protected ImportFolder Folder { get; } = ImportFolder.SmallSchool();

    private protected MemoryImportStore Store { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<ImportResult.Imported> ImportAsync(string? path = null) =>
        Assert.IsType<ImportResult.Imported>(await RunAsync(path));

    private protected async Task<ImportResult.Broken> BreakAsync(string? path = null, OneRosterLimits? limits = null)
    {
        var before = Store.All<IImportRow>().ToList();
        var broken = Assert.IsType<ImportResult.Broken>(await RunAsync(path, limits));
        Assert.Equal(before, Store.All<IImportRow>().ToList());
        return broken;
    }

    private protected async Task<ImportResult> RunAsync(string? path = null, OneRosterLimits? limits = null)
    {
        using var source = path is null ? Folder.Source() : OneRosterSource.FromPath(path, limits);
        return await new ImportStudentRecords(Store, new DemoSchool(), new FixedClock { Start = ImportFolder.Imported })
            .ExecuteAsync(source, null, TestContext.Current.CancellationToken);
    }

    private protected async Task<Refusal> OnlyRefusalAsync() => Assert.Single((await ImportAsync()).Refusals);

    private sealed class DemoSchool : ICurrentSchool
    {
        public School School { get; } = new(SchoolId.Parse("demo"), "Demo");
    }
}
