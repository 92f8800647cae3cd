namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>What an import asks for one entry.</summary>
public enum ImportAction
{
    /// <summary>Add it, or change what is different.</summary>
    Put = 0,

    /// <summary>Remove it.</summary>
    Delete = 1,

    /// <summary>Leave it as it is, also where the rest that is not named goes: its row was refused.</summary>
    Keep = 2,
}
