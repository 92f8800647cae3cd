using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Klik.ParentAccess.Benchmarks.Seeding;

/// <summary>Turns rows of the portal's model into what a <see cref="IBulkLoader"/> takes.</summary>
internal sealed class BulkRows<TRow>
    where TRow : class
{
    private readonly (Func<object, object?> Get, Func<object?, object?>? Convert)[] _values;

    public BulkRows(ParentAccessDbContext context)
    {
        var entity = context.Model.FindEntityType(typeof(TRow))!;
        Table = entity.GetTableName()!;
        var properties = entity.GetProperties().ToList();
        Columns = [.. properties.Select(property => new BulkColumn(property.GetColumnName(), ProviderType(property)))];
        _values = [.. properties.Select(property => ((Func<object, object?>)property.GetGetter().GetClrValue, property.GetTypeMapping().Converter?.ConvertToProvider))];
    }

    public string Table { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    public object?[] Values(TRow row)
    {
        var values = new object?[_values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (get, convert) = _values[i];
            var value = get(row);
            values[i] = convert is null || value is null ? value : convert(value);
        }

        return values;
    }

    private static Type ProviderType(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
