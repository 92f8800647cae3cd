using System.Reflection;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Klik.ParentAccess.Tests.Storage;

/// <summary>
/// A migration only adds what the version before it can do without, so that both can work on one database while the one takes the
/// other's place. What nobody uses any more is taken away by a later release (docs/database.md).
/// </summary>
public sealed class MigrationRuleTests
{
    /// <summary>Migrations of a release that says in its notes that every process must be stopped for it.</summary>
    private static readonly HashSet<string> Stopping = [];

    public static TheoryData<string> Migrations => [.. All.Keys];

    private static Dictionary<string, Type> All { get; } = typeof(ParentAccessDbContext).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<MigrationAttribute>() is not null)
        .ToDictionary(type => type.Name);

    [Theory]
    [MemberData(nameof(Migrations))]
    public void A_migration_only_adds(string name)
    {
        var migration = (Migration)Activator.CreateInstance(All[name], nonPublic: true)!;
        migration.ActiveProvider = "Npgsql.EntityFrameworkCore.PostgreSQL";
        var made = migration.UpOperations.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet();

        Assert.NotEmpty(migration.UpOperations);
        Assert.All(migration.UpOperations, operation => Assert.True(Stopping.Contains(name) || OnlyAdds(operation, made), $"{name}: {operation.GetType().Name}"));
    }

    private static bool OnlyAdds(MigrationOperation operation, HashSet<string> made) => operation switch
    {
        CreateTableOperation => true,
        // What writes without it goes on; a unique one could refuse what was good until now.
        CreateIndexOperation index => !index.IsUnique || made.Contains(index.Table),
        AddColumnOperation column => column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null,
        _ => false,
    };
}
