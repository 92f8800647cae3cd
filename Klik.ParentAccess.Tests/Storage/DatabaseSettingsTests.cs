using Klik.Portal.Settings;
using Klik.Portal.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Klik.ParentAccess.Tests.Storage;

public sealed class DatabaseSettingsTests
{
    [Fact]
    public void Without_settings_the_data_is_in_a_file_under_the_content_root()
    {
        var settings = Read(null, null);

        Assert.Equal(DatabaseProvider.Sqlite, settings.Provider);
        var file = new SqliteConnectionStringBuilder(settings.ConnectionStringUnder("/srv/portal")).DataSource;
        Assert.Equal(Path.GetFullPath("/srv/portal/App_Data/parent-access.db"), file);
    }

    [Theory]
    [InlineData("MySql", null, "Database:Provider")]
    [InlineData("1", null, "Database:Provider")]
    [InlineData("Sqlite", "Data Source=:memory:", "ConnectionStrings:ParentAccess")]
    [InlineData("Sqlite", "Host=db;Password=geheim", "ConnectionStrings:ParentAccess")]
    [InlineData("PostgreSql", null, "ConnectionStrings:ParentAccess")]
    [InlineData("PostgreSql", "Database=x;Password=geheim", "ConnectionStrings:ParentAccess")]
    [InlineData("PostgreSql", "Host=db;Nonsense=geheim", "ConnectionStrings:ParentAccess")]
    [InlineData("PostgreSql", "Host=db;Port=geheim", "ConnectionStrings:ParentAccess")]
    public void A_wrong_setting_is_named_in_one_sentence_without_its_value(string provider, string? connectionString, string setting)
    {
        var problem = Assert.Throws<SettingException>(() => Read(provider, connectionString));

        Assert.Contains(setting, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", problem.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
    }

    private static DatabaseSettings Read(string? provider, string? connectionString) => DatabaseSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider,
            ["ConnectionStrings:ParentAccess"] = connectionString,
        })
        .Build());
}
