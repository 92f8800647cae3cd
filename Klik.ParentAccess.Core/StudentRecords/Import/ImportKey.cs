namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>What a stored entry is known by.</summary>
/// <param name="StudentId">The student, where the type belongs to one.</param>
/// <param name="Id">The identifier.</param>
public readonly record struct ImportKey(string? StudentId, string Id);
