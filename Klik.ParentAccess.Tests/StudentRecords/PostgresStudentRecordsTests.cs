using Klik.ParentAccess.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.StudentRecords;

public sealed class PostgresStudentRecordsTests : StudentRecordsConformance
{
    private PostgresDatabase? _database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    private protected override async Task<ServiceCollection> ServicesAsync()
    {
        PostgresDatabase.SkipUnlessThere();
        _database = await PostgresDatabase.CreateAsync();
        return StorageServices.Collect(Root, StorageServices.SettingsOf(_database!));
    }
}
