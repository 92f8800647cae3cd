using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Module.Tests.Storage;
using Klik.ParentAccess.Tests.StudentRecords.Import;

namespace Klik.ParentAccess.Module.Tests.StudentRecords;

[Collection<SqliteSites>]
[Trait("Rule", "O1")]
public sealed class StudentRecordsFeatureTests(SqliteSiteHost host) : SiteTests(host)
{
    [Fact]
    public async Task Without_the_feature_there_is_no_import_and_with_it_the_records_are_there_again()
    {
        await ImportAsync();
        var before = await GradesAsync();

        await host.SwitchFeatureAsync(School, Features.StudentRecords, on: false);
        var hasImport = await HasImportAsync();
        await host.SwitchFeatureAsync(School, Features.StudentRecords, on: true);

        Assert.Equal(2, before);
        Assert.False(hasImport);
        Assert.Equal(2, await GradesAsync());
    }

    [Fact]
    public async Task The_site_can_be_read_while_a_large_import_goes_on()
    {
        await using var importing = Host.BeginScope(School);
        await using var import = await importing.ServiceProvider.GetRequiredService<IImportStore>().BeginAsync(Now, Cancel);
        var rows = Enumerable.Range(0, 50_000).Select(number => new CatalogueRow(CatalogueKind.Class, $"c{number}", new string('x', 200)));
        await import.StoreAsync(new ImportBatch<CatalogueRow>(rows.Select(row => new ImportChange<CatalogueRow>(ImportAction.Put, null, row.Id, row)), () => false), Cancel);

        // SQLite waits by blocking a thread, half a minute.
        var read = Task.Run(() => LookAsync(store => store.StudentsOfParentAsync("nobody", Now, Cancel)), Cancel);

        Assert.Empty(await read.WaitAsync(TimeSpan.FromSeconds(10), Cancel));
    }

    private async Task<int> GradesAsync()
    {
        await using var scope = Host.BeginScope(School);
        return (await scope.ServiceProvider.GetRequiredService<IStudentRecords>().GradesAsync(StudentId.Parse("s1"), Cancel)).Count;
    }

    private async Task<bool> HasImportAsync()
    {
        await using var scope = Host.BeginScope(School);
        return scope.ServiceProvider.GetService<IImportStore>() is not null;
    }

    private async Task ImportAsync()
    {
        using var folder = ImportFolder.SmallSchool();
        using var source = folder.Source();
        await using var scope = Host.BeginScope(School);
        Assert.IsType<ImportResult.Imported>(await scope.ServiceProvider.GetRequiredService<ImportStudentRecords>().ExecuteAsync(source, null, Cancel));
    }
}
