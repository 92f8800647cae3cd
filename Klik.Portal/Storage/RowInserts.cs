using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Klik.Portal.Storage;

/// <summary>Inserts that a unique index may refuse without ending the transaction, as an exception would on PostgreSQL.</summary>
internal sealed class RowInserts(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Type, Insert> _inserts = new();

    /// <summary>Adds an insert to a command.</summary>
    public void Append<TRow>(DbCommand command, TRow row)
        where TRow : class =>
        _inserts.GetOrAdd(typeof(TRow), Make).Append(command, row);

    private Insert Make(Type type)
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>();
        var entity = context.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is no table.");
        return Insert.For(entity, context.GetService<ISqlGenerationHelper>());
    }

    private sealed class Insert(string sql, IReadOnlyList<IProperty> properties)
    {
        public static Insert For(IEntityType entity, ISqlGenerationHelper helper)
        {
            var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
            var properties = entity.GetProperties().ToList();
            var columns = string.Join(", ", properties.Select(property => helper.DelimitIdentifier(property.GetColumnName(table)!)));
            var values = string.Join(", ", properties.Select((_, index) => helper.GenerateParameterName($"p{index}")));
            return new Insert(
                $"INSERT INTO {helper.DelimitIdentifier(table.Name, table.Schema)} ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING",
                properties);
        }

        public void Append(DbCommand command, object row)
        {
            command.CommandText = command.CommandText.Length == 0 ? sql : $"{command.CommandText};\n{sql}";
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
