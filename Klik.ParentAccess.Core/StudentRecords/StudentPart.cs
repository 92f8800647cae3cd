namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>A part of a student's record that a parent can look at (rules I14, I15); also what the view log names.
/// The numbers are stored and never change.</summary>
public enum StudentPart
{
    /// <summary>The student's card and front page: name, class and what is new.</summary>
    Overview = 0,

    /// <summary>The grade list.</summary>
    Grades = 1,

    /// <summary>The progress overview: activities per learning line.</summary>
    Progress = 2,

    /// <summary>The assessments.</summary>
    Assessments = 3,

    /// <summary>The personal goals.</summary>
    Goals = 4,

    /// <summary>The personal links.</summary>
    Links = 5,

    /// <summary>The conversations; a school can switch them off (rule I15).</summary>
    Conversations = 6,
}
