namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>One entry of a batch.</summary>
/// <param name="Action">What is asked.</param>
/// <param name="StudentId">The student it belongs to; null where the type belongs to none, or where it is not known.</param>
/// <param name="Id">The entry's identifier.</param>
/// <param name="Row">The entry, with <see cref="ImportAction.Put"/> alone.</param>
/// <typeparam name="TRow">What the entry is.</typeparam>
public readonly record struct ImportChange<TRow>(ImportAction Action, string? StudentId, string Id, TRow? Row)
    where TRow : class, IImportRow;
