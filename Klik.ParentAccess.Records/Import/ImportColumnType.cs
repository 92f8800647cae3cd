namespace Klik.ParentAccess.Records.Import;

/// <summary>What a column holds, for a table that is made for one import.</summary>
internal enum ImportColumnType
{
    Text,
    Integer,
    Boolean,
    Date,
    Number,
}
