namespace Klik.Portal.Storage;

/// <summary>
/// A row of a table that is kept apart by school: the school is the first column of every key and index, and every query is
/// filtered by the present school (<see cref="ParentAccessDbContext"/>).
/// </summary>
internal interface ISchoolRow
{
    /// <summary>The school that the row belongs to.</summary>
    string SchoolId { get; }
}
