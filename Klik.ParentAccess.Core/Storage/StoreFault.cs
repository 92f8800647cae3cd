namespace Klik.ParentAccess.Core.Storage;

/// <summary>Why the database cannot do its work at this moment, though nothing is wrong with what it was asked.</summary>
public enum StoreFault
{
    /// <summary>It does not answer, lets nobody in, or has gone in the middle of it.</summary>
    Unreachable,

    /// <summary>Its disk is full.</summary>
    Full,

    /// <summary>It has too much to do: no connection is free, or somebody else has held what was needed for too long.</summary>
    Busy,

    /// <summary>It takes no changes: a replica, or a file that may not be written.</summary>
    ReadOnly,
}
