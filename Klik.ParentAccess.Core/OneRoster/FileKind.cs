namespace Klik.ParentAccess.Core.OneRoster;

/// <summary>A file that is read, with the columns that it cannot do without.</summary>
/// <param name="Name">The name without the extension, as the manifest has it.</param>
/// <param name="Required">The columns that must be there.</param>
internal sealed record FileKind(string Name, params string[] Required)
{
    public static readonly FileKind Manifest = new("manifest", "propertyName", "value");
    public static readonly FileKind AcademicSessions = new("academicSessions", Columns.SourcedId, Columns.Title);
    public static readonly FileKind Categories = new("categories", Columns.SourcedId, Columns.Title);
    public static readonly FileKind Courses = new("courses", Columns.SourcedId, Columns.Title);
    public static readonly FileKind Classes = new("classes", Columns.SourcedId, Columns.Title);
    public static readonly FileKind Users = new("users", Columns.SourcedId, Columns.EnabledUser, Columns.GivenName, Columns.FamilyName);
    public static readonly FileKind Roles = new("roles", Columns.UserSourcedId, Columns.Role);
    public static readonly FileKind Demographics = new("demographics", Columns.SourcedId, Columns.BirthDate);
    public static readonly FileKind Enrollments = new("enrollments", Columns.ClassSourcedId, Columns.UserSourcedId, Columns.Role);
    public static readonly FileKind LineItems = new("lineItems", Columns.SourcedId, Columns.Title, Columns.ClassSourcedId);
    public static readonly FileKind Results = new("results", Columns.SourcedId, Columns.LineItemSourcedId, Columns.StudentSourcedId);
    public static readonly FileKind LearningLines = new("learningLines", Columns.SourcedId, Columns.Title);
    public static readonly FileKind Activities = new("activities", Columns.SourcedId, Columns.LearningLineSourcedId, Columns.Title);
    public static readonly FileKind ActivityProgress = new("activityProgress", Columns.StudentSourcedId, Columns.ActivitySourcedId, Columns.State);
    public static readonly FileKind Assessments = new("assessments", Columns.SourcedId, Columns.StudentSourcedId, Columns.Title, Columns.Date);
    public static readonly FileKind Goals = new("goals", Columns.SourcedId, Columns.StudentSourcedId, Columns.Title, Columns.State);
    public static readonly FileKind GoalSteps = new("goalSteps", Columns.SourcedId, Columns.StudentSourcedId, Columns.GoalSourcedId, Columns.Title, Columns.State);
    public static readonly FileKind PersonalLinks = new("personalLinks", Columns.SourcedId, Columns.StudentSourcedId, Columns.Title, Columns.Kind);
    public static readonly FileKind Conversations = new("conversations", Columns.SourcedId, Columns.StudentSourcedId, Columns.Title, Columns.Date);

    /// <summary>The files whose rows are read.</summary>
    public static readonly IReadOnlyList<FileKind> All =
    [
        AcademicSessions, Categories, Courses, Classes, Users, Roles, Demographics, Enrollments, LineItems, Results,
        LearningLines, Activities, ActivityProgress, Assessments, Goals, GoalSteps, PersonalLinks, Conversations,
    ];

    /// <summary>The name with the extension.</summary>
    public string FileName => Name + ".csv";
}
