namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>What a file is, by the manifest.</summary>
internal enum DataMode
{
    /// <summary>The file is not there, or not to be read; what is stored stays.</summary>
    Absent,

    /// <summary>All there is: what is no longer in it is gone.</summary>
    Bulk,

    /// <summary>Only what changed.</summary>
    Delta,
}
