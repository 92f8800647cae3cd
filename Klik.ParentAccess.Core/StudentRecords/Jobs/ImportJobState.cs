namespace Klik.ParentAccess.Core.StudentRecords.Jobs;

/// <summary>How an uploaded import stands. The numbers are stored and never change.</summary>
public enum ImportJobState
{
    /// <summary>It runs.</summary>
    Running = 0,

    /// <summary>It is done; rows may have been refused.</summary>
    Imported = 1,

    /// <summary>The file could not be imported; nothing was changed.</summary>
    Broken = 2,

    /// <summary>The host stopped while it ran; nothing was changed.</summary>
    Interrupted = 3,

    /// <summary>Something else went wrong, as the log says; nothing was changed.</summary>
    Failed = 4,
}
