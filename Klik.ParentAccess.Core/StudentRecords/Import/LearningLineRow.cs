namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>A learning line.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Title">The title.</param>
/// <param name="Subject">The subject, if named.</param>
/// <param name="Order">Its place among the lines.</param>
public sealed record LearningLineRow(string Id, string Title, string? Subject, int Order) : IImportRow;
