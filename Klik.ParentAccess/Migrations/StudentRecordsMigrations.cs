using Klik.ParentAccess.Records;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using YesSql;

namespace Klik.ParentAccess.Migrations;

/// <summary>The tables of the built-in student records. Nothing of Orchard reads them.</summary>
[Feature(Features.StudentRecords)]
public sealed class StudentRecordsMigrations(IStore store) : DataMigration
{
    /// <summary>Makes them.</summary>
    public async Task<int> CreateAsync()
    {
        await CreateGradesAsync();
        await CreateProgressAsync();
        await CreateGoalsAsync();
        await Table(RecordTable.Assessments).OfStudents()
            .RequiredText("title", ColumnLength.ShortText).RequiredDate("date").Text("subject", ColumnLength.ShortText)
            .Text("teacher", ColumnLength.ShortText).Text("level", ColumnLength.ShortText).Text("text", ColumnLength.LongText)
            .CreateAsync();
        await Table(RecordTable.PersonalLinks).OfStudents()
            .RequiredText("title", ColumnLength.ShortText).RequiredInteger("kind")
            .Text("address", ColumnLength.WebAddress).Text("description", ColumnLength.LongText)
            .CreateAsync();
        await Table(RecordTable.Conversations).OfStudents()
            .RequiredText("title", ColumnLength.ShortText).RequiredDate("date").Text("participants", ColumnLength.LongText)
            .Text("report", ColumnLength.LongText).Text("agreements", ColumnLength.LongText)
            .CreateAsync();
        return 1;
    }

    private async Task CreateGradesAsync()
    {
        await Table(RecordTable.Catalogue)
            .RequiredInteger("kind").RequiredText("source_id", ColumnLength.SourceId).RequiredText("title", ColumnLength.ShortText)
            .Text("subject", ColumnLength.ShortText).Text("course_id", ColumnLength.SourceId)
            .CreateAsync(ColumnLength.CatalogueId);
        await Table(RecordTable.LineItems)
            .RequiredText("title", ColumnLength.ShortText).RequiredText("class_id", ColumnLength.SourceId).RequiredText("subject", ColumnLength.ShortText)
            .Text("category_id", ColumnLength.SourceId).Text("category", ColumnLength.ShortText)
            .Text("period_id", ColumnLength.SourceId).Text("period", ColumnLength.ShortText)
            .Date("date").Number("minimum").Number("maximum")
            .CreateAsync();
        await Table(RecordTable.Results).OfStudents()
            .RequiredText("line_item_id", ColumnLength.SourceId).RequiredDate("date").Number("score")
            .Text("text", ColumnLength.ShortText).Text("comment", ColumnLength.LongText)
            .CreateAsync();
    }

    private async Task CreateProgressAsync()
    {
        await Table(RecordTable.LearningLines)
            .RequiredText("title", ColumnLength.ShortText).Text("subject", ColumnLength.ShortText).RequiredInteger("sort_order")
            .CreateAsync();
        await Table(RecordTable.Activities)
            .RequiredText("learning_line_id", ColumnLength.SourceId).RequiredText("title", ColumnLength.ShortText).RequiredInteger("sort_order")
            .CreateAsync();
        await SchemaBuilder.AlterTableAsync(
            TableName.Of(RecordTable.Activities),
            table => table.CreateIndex("IDX_ParentActivities_Line", "school_id", "learning_line_id"));
        await Table(RecordTable.ActivityProgress).OfStudents().RequiredInteger("state").Date("date").CreateAsync();
    }

    private async Task CreateGoalsAsync()
    {
        await Table(RecordTable.Goals).OfStudents()
            .RequiredText("title", ColumnLength.ShortText).RequiredInteger("state").Text("description", ColumnLength.LongText).Date("due_date")
            .CreateAsync();
        await Table(RecordTable.GoalSteps).OfStudents()
            .RequiredText("goal_id", ColumnLength.SourceId).RequiredText("title", ColumnLength.ShortText).RequiredInteger("state").RequiredInteger("sort_order")
            .CreateAsync();
    }

    private RecordTableCommand Table(RecordTable table) => new(SchemaBuilder, store, table);
}
