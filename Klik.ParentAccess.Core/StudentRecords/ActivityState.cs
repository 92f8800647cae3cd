namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>How far a student is with an activity. The numbers are stored and never change.</summary>
public enum ActivityState
{
    /// <summary>Not begun.</summary>
    NotStarted = 0,

    /// <summary>Begun.</summary>
    Busy = 1,

    /// <summary>Finished.</summary>
    Done = 2,
}
