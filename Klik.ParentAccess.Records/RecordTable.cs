namespace Klik.ParentAccess.Records;

/// <summary>
/// The tables of the built-in student records. All of them have <c>school_id</c>; but for <see cref="Students"/> their primary key
/// is <c>school_id</c>, then <c>student_id</c> where the entries are students', then <c>id</c>.
/// </summary>
public enum RecordTable
{
    /// <summary>The students.</summary>
    Students,

    /// <summary>Titles of classes, courses and the like, for imports of changes alone.</summary>
    Catalogue,

    /// <summary>What results are for.</summary>
    LineItems,

    /// <summary>Results of students.</summary>
    Results,

    /// <summary>Learning lines.</summary>
    LearningLines,

    /// <summary>The activities of learning lines.</summary>
    Activities,

    /// <summary>How far students are with activities, whose identifier is the entry's own.</summary>
    ActivityProgress,

    /// <summary>Assessments of students.</summary>
    Assessments,

    /// <summary>Personal goals of students.</summary>
    Goals,

    /// <summary>The steps of personal goals.</summary>
    GoalSteps,

    /// <summary>Personal links of students.</summary>
    PersonalLinks,

    /// <summary>Conversations with students.</summary>
    Conversations,
}
