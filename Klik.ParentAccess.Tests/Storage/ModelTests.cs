using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Storage;

[Collection<SqliteStores>]
public sealed class ModelTests(SqliteStoreHost host)
{
    [Fact, Trait("Rule", "P7")]
    public void Every_key_index_and_foreign_key_begins_with_the_school_and_every_query_is_filtered_by_it()
    {
        using var scope = host.Services.CreateScope();
        var entities = scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Model.GetEntityTypes().ToList();

        Assert.NotEmpty(entities);
        Assert.All(entities, entity =>
        {
            Assert.Equal("school_id", entity.FindPrimaryKey()!.Properties[0].GetColumnName());
            Assert.All(entity.GetIndexes(), index => Assert.Equal("school_id", index.Properties[0].GetColumnName()));
            Assert.All(entity.GetForeignKeys(), key => Assert.Equal("school_id", key.Properties[0].GetColumnName()));
            Assert.True(entity.GetTableName() == "schools" || entity.FindDeclaredQueryFilter(ParentAccessDbContext.SchoolFilter) is not null);
        });
    }
}
