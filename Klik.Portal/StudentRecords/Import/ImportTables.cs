using Klik.ParentAccess.Core.StudentRecords.Import;
using static Klik.Portal.StudentRecords.Import.ImportColumnType;

namespace Klik.Portal.StudentRecords.Import;

/// <summary>The tables that an import fills.</summary>
internal static class ImportTables
{
    private static readonly Dictionary<Type, object> Tables = new()
    {
        [typeof(StudentRow)] = new ImportTable<StudentRow>(
            "students",
            new("given_name", Text, row => row.GivenName),
            new("middle_name", Text, row => row.MiddleName),
            new("family_name", Text, row => row.FamilyName),
            new("display_name", Text, DisplayName),
            new("user_name", Text, row => row.UserName),
            new("user_name_normalized", Text, row => row.UserName?.ToLowerInvariant()),
            new("address", Text, row => row.Address),
            new("address_normalized", Text, row => row.Address?.ToLowerInvariant()),
            new("year_title", Text, row => row.YearTitle),
            new("class_id", Text, row => row.ClassId),
            new("class_title", Text, row => row.ClassTitle),
            new("birth_date", Date, row => row.BirthDate),
            new("is_active_in_source", ImportColumnType.Boolean, row => row.IsActiveInSource))
        {
            HasChangedAt = true,

            // What the administrator said is the administrator's (rule I7).
            SetOnce = [("is_deactivated_by_administrator", "FALSE")],
        },
        [typeof(CatalogueRow)] = new ImportTable<CatalogueRow>(
            "catalogue",
            new("kind", Integer, row => (int)row.Kind),
            new("source_id", Text, row => row.SourceId),
            new("title", Text, row => row.Title),
            new("subject", Text, row => row.Subject),
            new("course_id", Text, row => row.CourseId)),
        [typeof(LineItemRow)] = new ImportTable<LineItemRow>(
            "line_items",
            new("title", Text, row => row.Title),
            new("class_id", Text, row => row.ClassId),
            new("subject", Text, row => row.Subject),
            new("category_id", Text, row => row.CategoryId),
            new("category", Text, row => row.Category),
            new("period_id", Text, row => row.PeriodId),
            new("period", Text, row => row.Period),
            new("date", Date, row => row.Date),
            new("minimum", Number, row => row.Minimum),
            new("maximum", Number, row => row.Maximum))
        {
            RemovedOnlyIf = "t.id NOT IN (SELECT r.line_item_id FROM results r WHERE r.school_id = @school)",
            Dependents = ["DELETE FROM results WHERE school_id = @school AND line_item_id NOT IN (SELECT i.id FROM line_items i WHERE i.school_id = @school)"],
        },
        [typeof(ResultRow)] = new ImportTable<ResultRow>(
            "results",
            new("line_item_id", Text, row => row.LineItemId),
            new("date", Date, row => row.Date),
            new("score", Number, row => row.Score),
            new("text", Text, row => row.Text),
            new("comment", Text, row => row.Comment))
        {
            HasChangedAt = true,
        },
        [typeof(LearningLineRow)] = new ImportTable<LearningLineRow>(
            "learning_lines",
            new("title", Text, row => row.Title),
            new("subject", Text, row => row.Subject),
            new("sort_order", Integer, row => row.Order))
        {
            Dependents =
            [
                "DELETE FROM activities WHERE school_id = @school AND learning_line_id NOT IN (SELECT l.id FROM learning_lines l WHERE l.school_id = @school)",
                ProgressWithoutActivity,
            ],
        },
        [typeof(ActivityRow)] = new ImportTable<ActivityRow>(
            "activities",
            new("learning_line_id", Text, row => row.LearningLineId),
            new("title", Text, row => row.Title),
            new("sort_order", Integer, row => row.Order))
        {
            Dependents = [ProgressWithoutActivity],
        },
        [typeof(ActivityProgressRow)] = new ImportTable<ActivityProgressRow>(
            "activity_progress",
            new("state", Integer, row => (int)row.State),
            new("date", Date, row => row.Date))
        {
            HasChangedAt = true,
            HasIdsPerStudent = true,
        },
        [typeof(AssessmentRow)] = new ImportTable<AssessmentRow>(
            "assessments",
            new("title", Text, row => row.Title),
            new("date", Date, row => row.Date),
            new("subject", Text, row => row.Subject),
            new("teacher", Text, row => row.Teacher),
            new("level", Text, row => row.Level),
            new("text", Text, row => row.Text))
        {
            HasChangedAt = true,
        },
        [typeof(GoalRow)] = new ImportTable<GoalRow>(
            "goals",
            new("title", Text, row => row.Title),
            new("state", Integer, row => (int)row.State),
            new("description", Text, row => row.Description),
            new("due_date", Date, row => row.DueDate))
        {
            HasChangedAt = true,
            Dependents =
            [
                """
                DELETE FROM goal_steps WHERE school_id = @school
                  AND NOT EXISTS (SELECT 1 FROM goals g WHERE g.school_id = @school AND g.student_id = goal_steps.student_id AND g.id = goal_steps.goal_id)
                """,
            ],
        },
        [typeof(GoalStepRow)] = new ImportTable<GoalStepRow>(
            "goal_steps",
            new("goal_id", Text, row => row.GoalId),
            new("title", Text, row => row.Title),
            new("state", Integer, row => (int)row.State),
            new("sort_order", Integer, row => row.Order))
        {
            HasChangedAt = true,
        },
        [typeof(PersonalLinkRow)] = new ImportTable<PersonalLinkRow>(
            "personal_links",
            new("title", Text, row => row.Title),
            new("kind", Integer, row => (int)row.Kind),
            new("address", Text, row => row.Address),
            new("description", Text, row => row.Description))
        {
            HasChangedAt = true,
        },
        [typeof(ConversationRow)] = new ImportTable<ConversationRow>(
            "conversations",
            new("title", Text, row => row.Title),
            new("date", Date, row => row.Date),
            new("participants", Text, row => row.Participants),
            new("report", Text, row => row.Report),
            new("agreements", Text, row => row.Agreements))
        {
            HasChangedAt = true,
        },
    };

    private const string ProgressWithoutActivity =
        "DELETE FROM activity_progress WHERE school_id = @school AND id NOT IN (SELECT a.id FROM activities a WHERE a.school_id = @school)";

    /// <summary>The table of a type.</summary>
    public static ImportTable<TRow> Of<TRow>()
        where TRow : class, IImportRow => (ImportTable<TRow>)Tables[typeof(TRow)];

    private static string DisplayName(StudentRow row) =>
        string.Join(' ', new[] { row.GivenName, row.MiddleName, row.FamilyName }.Where(part => !string.IsNullOrEmpty(part)));
}
