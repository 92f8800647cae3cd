using Klik.ParentAccess.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.StudentRecords;

public sealed class SqliteStudentRecordsTests : StudentRecordsConformance
{
    private protected override Task<ServiceCollection> ServicesAsync() => Task.FromResult(StorageServices.Collect(Root, []));
}
