namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>What a user of the file is, as far as it matters here.</summary>
internal enum UserRole
{
    /// <summary>A role that the user no longer has.</summary>
    None,

    /// <summary>Someone who works at the school.</summary>
    Staff,

    /// <summary>A parent, guardian or other relative.</summary>
    Relative,

    /// <summary>A student; goes before the others.</summary>
    Student,
}
