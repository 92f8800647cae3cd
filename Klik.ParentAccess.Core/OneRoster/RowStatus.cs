namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>The column <c>status</c>; in a complete file it is mostly empty, which means active.</summary>
internal enum RowStatus
{
    Active,

    /// <summary>OneRoster 1.0's word for what must not be used any more.</summary>
    Inactive,

    /// <summary>Gone in the school's system.</summary>
    ToBeDeleted,
}
