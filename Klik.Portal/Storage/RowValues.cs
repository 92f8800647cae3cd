using System.Data.Common;

namespace Klik.Portal.Storage;

/// <summary>Reads what the database keeps in its own way.</summary>
internal static class RowValues
{
    /// <summary>A moment, kept as UTC ticks.</summary>
    public static DateTimeOffset GetMoment(this DbDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    /// <summary>A moment or none.</summary>
    public static DateTimeOffset? GetMomentOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetMoment(column);

    /// <summary>A text or none.</summary>
    public static string? GetStringOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
