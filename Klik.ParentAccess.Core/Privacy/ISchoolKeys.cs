namespace Klik.ParentAccess.Core.Privacy;

/// <summary>The secret keys of the present school, kept outside the database. Given by the host.</summary>
public interface ISchoolKeys
{
    /// <summary>All versions that can still be read, the newest (used for writing) first; never empty.</summary>
    IReadOnlyList<SchoolKey> Versions { get; }
}
