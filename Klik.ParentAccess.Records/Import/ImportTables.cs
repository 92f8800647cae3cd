using Klik.ParentAccess.Core.StudentRecords.Import;
using static Klik.ParentAccess.Records.Import.ImportColumnType;

namespace Klik.ParentAccess.Records.Import;

/// <summary>The tables that an import fills.</summary>
internal sealed class ImportTables(RecordTables tables)
{
    private readonly Dictionary<Type, object> _tables = new()
    {
        [typeof(StudentRow)] = new ImportTable<StudentRow>(
            tables,
            RecordTable.Students,
            [
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
                new("family_language", Text, row => row.FamilyLanguage),
                new("is_active_in_source", ImportColumnType.Boolean, row => row.IsActiveInSource),
                .. tables.ImportedColumn is { } imported ? new ImportColumn<StudentRow>[] { new(imported, ImportColumnType.Boolean, _ => true) } : [],
            ])
        {
            HasChangedAt = true,

            // What the administrator said is the administrator's (rule I7).
            SetOnce = [("is_deactivated_by_administrator", "FALSE")],
        },
        [typeof(CatalogueRow)] = new ImportTable<CatalogueRow>(
            tables,
            RecordTable.Catalogue,
            new("kind", Integer, row => (int)row.Kind),
            new("source_id", Text, row => row.SourceId),
            new("title", Text, row => row.Title),
            new("subject", Text, row => row.Subject),
            new("course_id", Text, row => row.CourseId)),
        [typeof(LineItemRow)] = new ImportTable<LineItemRow>(
            tables,
            RecordTable.LineItems,
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
            RemovedOnlyIf = $"t.id NOT IN (SELECT r.line_item_id FROM {tables[RecordTable.Results]} r WHERE r.school_id = @school)",
            Dependents =
            [
                $"""
                DELETE FROM {tables[RecordTable.Results]} WHERE school_id = @school
                  AND line_item_id NOT IN (SELECT i.id FROM {tables[RecordTable.LineItems]} i WHERE i.school_id = @school)
                """,
            ],
        },
        [typeof(ResultRow)] = new ImportTable<ResultRow>(
            tables,
            RecordTable.Results,
            new("line_item_id", Text, row => row.LineItemId),
            new("date", Date, row => row.Date),
            new("score", Number, row => row.Score),
            new("text", Text, row => row.Text),
            new("comment", Text, row => row.Comment))
        {
            HasChangedAt = true,
        },
        [typeof(LearningLineRow)] = new ImportTable<LearningLineRow>(
            tables,
            RecordTable.LearningLines,
            new("title", Text, row => row.Title),
            new("subject", Text, row => row.Subject),
            new("sort_order", Integer, row => row.Order))
        {
            Dependents =
            [
                $"""
                DELETE FROM {tables[RecordTable.Activities]} WHERE school_id = @school
                  AND learning_line_id NOT IN (SELECT l.id FROM {tables[RecordTable.LearningLines]} l WHERE l.school_id = @school)
                """,
                ProgressWithoutActivity(tables),
            ],
        },
        [typeof(ActivityRow)] = new ImportTable<ActivityRow>(
            tables,
            RecordTable.Activities,
            new("learning_line_id", Text, row => row.LearningLineId),
            new("title", Text, row => row.Title),
            new("sort_order", Integer, row => row.Order))
        {
            Dependents = [ProgressWithoutActivity(tables)],
        },
        [typeof(ActivityProgressRow)] = new ImportTable<ActivityProgressRow>(
            tables,
            RecordTable.ActivityProgress,
            new("state", Integer, row => (int)row.State),
            new("date", Date, row => row.Date))
        {
            HasChangedAt = true,
            HasIdsPerStudent = true,
        },
        [typeof(AssessmentRow)] = new ImportTable<AssessmentRow>(
            tables,
            RecordTable.Assessments,
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
            tables,
            RecordTable.Goals,
            new("title", Text, row => row.Title),
            new("state", Integer, row => (int)row.State),
            new("description", Text, row => row.Description),
            new("due_date", Date, row => row.DueDate))
        {
            HasChangedAt = true,
            Dependents =
            [
                $"""
                DELETE FROM {tables[RecordTable.GoalSteps]} AS t WHERE t.school_id = @school
                  AND NOT EXISTS (SELECT 1 FROM {tables[RecordTable.Goals]} g WHERE g.school_id = @school AND g.student_id = t.student_id AND g.id = t.goal_id)
                """,
            ],
        },
        [typeof(GoalStepRow)] = new ImportTable<GoalStepRow>(
            tables,
            RecordTable.GoalSteps,
            new("goal_id", Text, row => row.GoalId),
            new("title", Text, row => row.Title),
            new("state", Integer, row => (int)row.State),
            new("sort_order", Integer, row => row.Order))
        {
            HasChangedAt = true,
        },
        [typeof(PersonalLinkRow)] = new ImportTable<PersonalLinkRow>(
            tables,
            RecordTable.PersonalLinks,
            new("title", Text, row => row.Title),
            new("kind", Integer, row => (int)row.Kind),
            new("address", Text, row => row.Address),
            new("description", Text, row => row.Description))
        {
            HasChangedAt = true,
        },
        [typeof(ConversationRow)] = new ImportTable<ConversationRow>(
            tables,
            RecordTable.Conversations,
            new("title", Text, row => row.Title),
            new("date", Date, row => row.Date),
            new("participants", Text, row => row.Participants),
            new("report", Text, row => row.Report),
            new("agreements", Text, row => row.Agreements))
        {
            HasChangedAt = true,
        },
    };

    /// <inheritdoc cref="RecordTables.ImportedColumn"/>
    public string? ImportedColumn => tables.ImportedColumn;

    /// <summary>The table of a type.</summary>
    public ImportTable<TRow> Of<TRow>()
        where TRow : class, IImportRow => (ImportTable<TRow>)_tables[typeof(TRow)];

    private static string DisplayName(StudentRow row) =>
        string.Join(' ', new[] { row.GivenName, row.MiddleName, row.FamilyName }.Where(part => !string.IsNullOrEmpty(part)));

    private static string ProgressWithoutActivity(RecordTables tables) =>
        $"DELETE FROM {tables[RecordTable.ActivityProgress]} WHERE school_id = @school AND id NOT IN (SELECT a.id FROM {tables[RecordTable.Activities]} a WHERE a.school_id = @school)";
}
