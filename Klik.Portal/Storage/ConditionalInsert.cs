using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Klik.Portal.Storage;

/// <summary>Inserts that a unique index may refuse without ending the transaction, as an exception would on PostgreSQL.</summary>
internal static class ConditionalInsert
{
    private static readonly ConditionalWeakTable<IEntityType, Statement> Statements = [];

    /// <summary>Inserts a row unless a key or unique index says that it is there; waits for another transaction that is just
    /// inserting it.</summary>
    /// <returns>True when the row was inserted by this call.</returns>
    public static async Task<bool> TryInsertAsync<TRow>(this ParentAccessDbContext context, TRow row, CancellationToken cancellationToken)
        where TRow : class
    {
        var entity = context.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} is no table.");
        var statement = Statements.GetValue(entity, type => Statement.For(type, context.GetService<ISqlGenerationHelper>()));
        return await context.ExecuteAsync(command => statement.Fill(command, row), cancellationToken) == 1;
    }

    private sealed class Statement(string sql, IReadOnlyList<IProperty> properties)
    {
        public static Statement For(IEntityType entity, ISqlGenerationHelper helper)
        {
            var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
            var properties = entity.GetProperties().ToList();
            var columns = string.Join(", ", properties.Select(property => helper.DelimitIdentifier(property.GetColumnName(table)!)));
            var values = string.Join(", ", properties.Select((_, index) => helper.GenerateParameterName($"p{index}")));
            return new Statement(
                $"INSERT INTO {helper.DelimitIdentifier(table.Name, table.Schema)} ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING",
                properties);
        }

        public void Fill(DbCommand command, object row)
        {
            command.CommandText = sql;
            for (var index = 0; index < properties.Count; index++)
            {
                var property = properties[index];
                command.Parameters.Add(property.GetRelationalTypeMapping().CreateParameter(
                    command,
                    $"p{index}",
                    property.PropertyInfo!.GetValue(row),
                    property.IsNullable));
            }
        }
    }
}
