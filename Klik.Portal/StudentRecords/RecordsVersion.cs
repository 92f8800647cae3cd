namespace Klik.Portal.StudentRecords;

/// <summary>The version of the school's records that the database told in this scope, with the links that were asked for.</summary>
internal sealed class RecordsVersion
{
    /// <summary>The version; null until it is asked for.</summary>
    public long? Value { get; set; }
}
