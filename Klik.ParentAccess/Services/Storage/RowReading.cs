using System.Data.Common;

namespace Klik.ParentAccess.Services.Storage;

/// <summary>Reads the columns of a row as <see cref="TenantDatabase"/> writes them.</summary>
internal static class RowReading
{
    public static Guid Id(this DbDataReader row, int column) => Guid.Parse(row.GetString(column));

    public static Guid? IdOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Id(column);

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Moment(this DbDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? MomentOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Moment(column);

    public static bool Flag(this DbDataReader row, int column) => row.GetBoolean(column);
}
