using Klik.ParentAccess.Migrations;

namespace Klik.ParentAccess.Module.Tests.Storage;

public sealed class SupportedDatabaseTests
{
    [Theory]
    [InlineData("SqlServer")]
    [InlineData("MySql")]
    public void Another_kind_of_database_is_refused_in_one_sentence(string dialect)
    {
        var refusal = Assert.Throws<NotSupportedException>(() => SupportedDatabase.Check(dialect));

        Assert.Contains(dialect, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("SQLite or PostgreSQL", refusal.Message, StringComparison.Ordinal);
    }
}
