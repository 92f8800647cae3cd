using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Klik.Portal.Storage;

/// <summary>Makes statements that insert a row.</summary>
internal sealed class RowInserts(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<Type, Insert> _inserts = new();

    /// <summary>An insert that fails when a key or unique index says that the row is there.</summary>
    public Statement Of<TRow>(TRow row)
        where TRow : class =>
        InsertOf(typeof(TRow)).ToStatement(row, "");

    /// <summary>An insert that then does nothing, and does not end the transaction, as a failure would on PostgreSQL.</summary>
    public Statement OfNew<TRow>(TRow row)
        where TRow : class =>
        InsertOf(typeof(TRow)).ToStatement(row, " ON CONFLICT DO NOTHING");

    private Insert InsertOf(Type type) => _inserts.GetOrAdd(type, Make);

    private Insert Make(Type type)
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>();
        var entity = context.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is no table.");
        return new Insert(entity, context.GetService<ISqlGenerationHelper>());
    }

    private sealed class Insert
    {
        private readonly string _sql;
        private readonly IProperty _school;
        private readonly (string Parameter, IProperty Property)[] _properties;

        public Insert(IEntityType entity, ISqlGenerationHelper helper)
        {
            var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
            var properties = entity.GetProperties().Where(property => property.Name != nameof(ISchoolRow.SchoolId)).ToList();
            _properties = [.. properties.Select((property, index) => ("@p" + index.ToString(CultureInfo.InvariantCulture), property))];
            _school = entity.FindProperty(nameof(ISchoolRow.SchoolId))!;
            var columns = properties.Prepend(_school).Select(property => helper.DelimitIdentifier(property.GetColumnName(table)!));
            _sql = $"INSERT INTO {helper.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns)}) "
                + $"VALUES ({string.Join(", ", _properties.Select(property => property.Parameter).Prepend("@school"))})";
        }

        public Statement ToStatement(object row, string ifThere) =>
            new(_sql + ifThere, [.. _properties.Select(property => (property.Parameter, ValueOf(property.Property, row)))])
            {
                SchoolId = (string)_school.PropertyInfo!.GetValue(row)!,
            };

        private static object? ValueOf(IProperty property, object row)
        {
            var value = property.PropertyInfo!.GetValue(row);
            return property.GetRelationalTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        }
    }
}
