using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Klik.Portal.Storage.Migrations;

/// <summary>The built-in student records, and what an import needs to know of students.</summary>
[DbContext(typeof(ParentAccessDbContext))]
[Migration("20260102000000_StudentRecords")]
internal sealed class StudentRecordsMigration : Migration
{
    private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("year_title", "students", maxLength: 255, nullable: true);
        migrationBuilder.AddColumn<string>("class_id", "students", maxLength: 255, nullable: true);
        CreateResults(migrationBuilder);
        CreateLineItems(migrationBuilder);
        CreateLearningLines(migrationBuilder);
        CreateActivities(migrationBuilder);
        CreateActivityProgress(migrationBuilder);
        CreateAssessments(migrationBuilder);
        CreateGoals(migrationBuilder);
        CreateGoalSteps(migrationBuilder);
        CreatePersonalLinks(migrationBuilder);
        CreateConversations(migrationBuilder);
        CreateCatalogue(migrationBuilder);
    }

    private static void CreateResults(MigrationBuilder migration)
    {
        if (migration.ActiveProvider == Sqlite)
        {
            // The rows themselves in the order of the key: a student's stand together, and a page of them is read at once.
            migration.Sql("""
                CREATE TABLE "results" (
                    "school_id" TEXT NOT NULL,
                    "student_id" TEXT NOT NULL,
                    "id" TEXT NOT NULL,
                    "line_item_id" TEXT NOT NULL,
                    "date" TEXT NOT NULL,
                    "score" TEXT NULL,
                    "text" TEXT NULL,
                    "comment" TEXT NULL,
                    "changed_at" INTEGER NOT NULL,
                    CONSTRAINT "PK_results" PRIMARY KEY ("school_id", "student_id", "id")
                ) WITHOUT ROWID;
                """);
        }
        else
        {
            migration.CreateTable(
                "results",
                table => new
                {
                    school_id = table.Column<string>(maxLength: 40),
                    student_id = table.Column<string>(maxLength: 255),
                    id = table.Column<string>(maxLength: 255),
                    line_item_id = table.Column<string>(maxLength: 255),
                    date = table.Column<DateOnly>(),
                    score = table.Column<decimal>(nullable: true),
                    text = table.Column<string>(maxLength: 200, nullable: true),
                    comment = table.Column<string>(maxLength: 10000, nullable: true),
                    changed_at = table.Column<long>(),
                },
                constraints: table => table.PrimaryKey("PK_results", row => new { row.school_id, row.student_id, row.id }));
        }
    }

    private static void CreateLineItems(MigrationBuilder migration) =>
        migration.CreateTable(
            "line_items",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<string>(maxLength: 255),
                title = table.Column<string>(maxLength: 200),
                class_id = table.Column<string>(maxLength: 255),
                subject = table.Column<string>(maxLength: 200),
                category_id = table.Column<string>(maxLength: 255, nullable: true),
                category = table.Column<string>(maxLength: 200, nullable: true),
                period_id = table.Column<string>(maxLength: 255, nullable: true),
                period = table.Column<string>(maxLength: 200, nullable: true),
                date = table.Column<DateOnly>(nullable: true),
                minimum = table.Column<decimal>(nullable: true),
                maximum = table.Column<decimal>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_line_items", row => new { row.school_id, row.id }));

    private static void CreateLearningLines(MigrationBuilder migration) =>
        migration.CreateTable(
            "learning_lines",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<string>(maxLength: 255),
                title = table.Column<string>(maxLength: 200),
                subject = table.Column<string>(maxLength: 200, nullable: true),
                sort_order = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_learning_lines", row => new { row.school_id, row.id }));

    private static void CreateActivities(MigrationBuilder migration)
    {
        migration.CreateTable(
            "activities",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<string>(maxLength: 255),
                learning_line_id = table.Column<string>(maxLength: 255),
                title = table.Column<string>(maxLength: 200),
                sort_order = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_activities", row => new { row.school_id, row.id }));
        migration.CreateIndex("IX_activities_school_id_learning_line_id", "activities", ["school_id", "learning_line_id"]);
    }

    private static void CreateActivityProgress(MigrationBuilder migration)
    {
        if (migration.ActiveProvider == Sqlite)
        {
            // The rows themselves in the order of the key: a student's stand together, and a page of them is read at once.
            migration.Sql("""
                CREATE TABLE "activity_progress" (
                    "school_id" TEXT NOT NULL,
                    "student_id" TEXT NOT NULL,
                    "id" TEXT NOT NULL,
                    "state" INTEGER NOT NULL,
                    "date" TEXT NULL,
                    "changed_at" INTEGER NOT NULL,
                    CONSTRAINT "PK_activity_progress" PRIMARY KEY ("school_id", "student_id", "id")
                ) WITHOUT ROWID;
                """);
        }
        else
        {
            migration.CreateTable(
                "activity_progress",
                table => new
                {
                    school_id = table.Column<string>(maxLength: 40),
                    student_id = table.Column<string>(maxLength: 255),
                    id = table.Column<string>(maxLength: 255),
                    state = table.Column<int>(),
                    date = table.Column<DateOnly>(nullable: true),
                    changed_at = table.Column<long>(),
                },
                constraints: table => table.PrimaryKey("PK_activity_progress", row => new { row.school_id, row.student_id, row.id }));
        }
    }

    private static void CreateAssessments(MigrationBuilder migration) =>
        migration.CreateTable(
            "assessments",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                student_id = table.Column<string>(maxLength: 255),
                id = table.Column<string>(maxLength: 255),
                title = table.Column<string>(maxLength: 200),
                date = table.Column<DateOnly>(),
                subject = table.Column<string>(maxLength: 200, nullable: true),
                teacher = table.Column<string>(maxLength: 200, nullable: true),
                level = table.Column<string>(maxLength: 200, nullable: true),
                text = table.Column<string>(maxLength: 10000, nullable: true),
                changed_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_assessments", row => new { row.school_id, row.student_id, row.id }));

    private static void CreateGoals(MigrationBuilder migration) =>
        migration.CreateTable(
            "goals",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                student_id = table.Column<string>(maxLength: 255),
                id = table.Column<string>(maxLength: 255),
                title = table.Column<string>(maxLength: 200),
                state = table.Column<int>(),
                description = table.Column<string>(maxLength: 10000, nullable: true),
                due_date = table.Column<DateOnly>(nullable: true),
                changed_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_goals", row => new { row.school_id, row.student_id, row.id }));

    private static void CreateGoalSteps(MigrationBuilder migration) =>
        migration.CreateTable(
            "goal_steps",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                student_id = table.Column<string>(maxLength: 255),
                id = table.Column<string>(maxLength: 255),
                goal_id = table.Column<string>(maxLength: 255),
                title = table.Column<string>(maxLength: 200),
                state = table.Column<int>(),
                sort_order = table.Column<int>(),
                changed_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_goal_steps", row => new { row.school_id, row.student_id, row.id }));

    private static void CreatePersonalLinks(MigrationBuilder migration) =>
        migration.CreateTable(
            "personal_links",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                student_id = table.Column<string>(maxLength: 255),
                id = table.Column<string>(maxLength: 255),
                title = table.Column<string>(maxLength: 200),
                kind = table.Column<int>(),
                address = table.Column<string>(maxLength: 6000, nullable: true),
                description = table.Column<string>(maxLength: 10000, nullable: true),
                changed_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_personal_links", row => new { row.school_id, row.student_id, row.id }));

    private static void CreateConversations(MigrationBuilder migration) =>
        migration.CreateTable(
            "conversations",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                student_id = table.Column<string>(maxLength: 255),
                id = table.Column<string>(maxLength: 255),
                title = table.Column<string>(maxLength: 200),
                date = table.Column<DateOnly>(),
                participants = table.Column<string>(maxLength: 10000, nullable: true),
                report = table.Column<string>(maxLength: 10000, nullable: true),
                agreements = table.Column<string>(maxLength: 10000, nullable: true),
                changed_at = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_conversations", row => new { row.school_id, row.student_id, row.id }));

    private static void CreateCatalogue(MigrationBuilder migration) =>
        migration.CreateTable(
            "catalogue",
            table => new
            {
                school_id = table.Column<string>(maxLength: 40),
                id = table.Column<string>(maxLength: 257),
                kind = table.Column<int>(),
                source_id = table.Column<string>(maxLength: 255),
                title = table.Column<string>(maxLength: 200),
                subject = table.Column<string>(maxLength: 200, nullable: true),
                course_id = table.Column<string>(maxLength: 255, nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_catalogue", row => new { row.school_id, row.id }));
}
