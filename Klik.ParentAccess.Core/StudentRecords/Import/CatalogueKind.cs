namespace Klik.ParentAccess.Core.StudentRecords.Import;

/// <summary>What a <see cref="CatalogueRow"/> is. The numbers are stored and never change.</summary>
public enum CatalogueKind
{
    /// <summary>An academic session: the period of a result.</summary>
    Session = 0,

    /// <summary>A category of work.</summary>
    Category = 1,

    /// <summary>A course.</summary>
    Course = 2,

    /// <summary>A class.</summary>
    Class = 3,

    /// <summary>A class that is a student's own (mentor group).</summary>
    Homeroom = 4,
}
