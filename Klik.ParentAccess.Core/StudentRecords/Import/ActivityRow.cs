namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>An activity on a learning line.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="LearningLineId">The line.</param>
/// <param name="Title">The title.</param>
/// <param name="Order">Its place on the line.</param>
public sealed record ActivityRow(string Id, string LearningLineId, string Title, int Order) : IImportRow;
