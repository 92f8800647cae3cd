using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Data.Migration;
using YesSql;

namespace Klik.ParentAccess.Migrations;

/// <summary>
/// The tables of what no content item would serve: accounts, links, outbox, view log, counts of mail and attempts, students, and how often their records changed. Nothing of Orchard reads them,
/// so that nothing of Orchard can show them (rule I9). Their keys are what makes things unique and happen once (rule P7).
/// </summary>
public sealed class StoreMigrations(IStore store) : DataMigration
{
    /// <summary>Makes them.</summary>
    public async Task<int> CreateAsync()
    {
        SupportedDatabase.Check(SchemaBuilder.Dialect.Name);
        await CreateAccountsAsync();
        await CreateLinksAsync();
        await CreateOutboxAsync();
        await CreateViewsAsync();
        await CreateMailCountsAsync();
        await CreateAttemptCountsAsync();
        await CreateStudentsAsync();
        return await UpdateFrom1Async();
    }

    /// <summary>Makes the one that says how often the records have changed; it is read with the links, whether records are kept here or not.</summary>
    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.CreateTableAsync(TableName.RecordsVersions, table => table
            .ExactTextColumn(SchemaBuilder.Dialect, "school_id", ColumnLength.SchoolId, column => column.NotNull().PrimaryKey())
            .Column<long>("version", column => column.NotNull()));
        return 2;
    }

    private async Task CreateAccountsAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        await SchemaBuilder.CreateTableAsync(TableName.Accounts, table => table
            .ExactTextColumn(dialect, "id", ColumnLength.Id, column => column.NotNull().PrimaryKey())
            .ExactTextColumn(dialect, "login_hash", ColumnLength.LoginHash, column => column.NotNull().Unique())
            .Column<int>("provider", column => column.NotNull())
            .ExactTextColumn(dialect, "user_name", ColumnLength.UserName, column => column.NotNull())
            .Column<long>("named_at", column => column.NotNull())
            .ExactTextColumn(dialect, "address", ColumnLength.ProtectedText)
            .ExactTextColumn(dialect, "address_hash", ColumnLength.AddressHash)
            .ExactTextColumn(dialect, "language", ColumnLength.Language)
            .Column<bool>("wants_email", column => column.NotNull())
            .Column<bool>("wants_push", column => column.NotNull())
            .Column<long>("without_links_since"));
        await SchemaBuilder.AlterTableAsync(TableName.Accounts, table =>
        {
            // Not unique: one mailbox may belong to two accounts, such as a Microsoft and a Google one (rule P1).
            table.CreateIndex("IDX_ParentAccounts_Address", "address_hash");
            table.CreateIndex("IDX_ParentAccounts_WithoutLinks", "without_links_since");
        });
    }

    private async Task CreateLinksAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        await SchemaBuilder.CreateTableAsync(TableName.Links, table => table
            .ExactTextColumn(dialect, "account_id", ColumnLength.Id, column => column.NotNull().PrimaryKey())
            .ExactTextColumn(dialect, "student_id", StudentId.MaxLength, column => column.NotNull().PrimaryKey())
            .ExactTextColumn(dialect, "id", ColumnLength.Id, column => column.NotNull().Unique())
            .ExactTextColumn(dialect, "name", ColumnLength.ProtectedText, column => column.NotNull())
            .Column<int>("origin", column => column.NotNull())
            .Column<long>("since", column => column.NotNull()));
        await SchemaBuilder.AlterTableAsync(TableName.Links, table => table.CreateIndex("IDX_ParentLinks_Student", "student_id"));
    }

    private async Task CreateOutboxAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        await SchemaBuilder.CreateTableAsync(TableName.Outbox, table => table
            .ExactTextColumn(dialect, "id", ColumnLength.Id, column => column.NotNull().PrimaryKey())
            .Column<int>("kind", column => column.NotNull())
            .ExactTextColumn(dialect, "invitation_id", ColumnLength.Id)
            .ExactTextColumn(dialect, "link_id", ColumnLength.Id)
            .ExactTextColumn(dialect, "own_account_id", ColumnLength.Id)
            .Column<long>("created_at", column => column.NotNull())
            .Column<long>("next_attempt_at", column => column.NotNull())
            .Column<int>("attempts", column => column.NotNull()));
        await SchemaBuilder.AlterTableAsync(TableName.Outbox, table =>
        {
            table.CreateIndex("IDX_ParentOutbox_NextAttempt", "next_attempt_at", "id");
            table.CreateIndex("IDX_ParentOutbox_Invitation", "invitation_id");
            table.CreateIndex("IDX_ParentOutbox_Link", "link_id");
        });
    }

    private async Task CreateViewsAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        await SchemaBuilder.CreateTableAsync(TableName.Views, table => table
            .ExactTextColumn(dialect, "id", ColumnLength.Id, column => column.NotNull().PrimaryKey())
            .Column<long>("at", column => column.NotNull())
            .ExactTextColumn(dialect, "account_id", ColumnLength.Id, column => column.NotNull())
            .ExactTextColumn(dialect, "student_id", StudentId.MaxLength, column => column.NotNull())
            .Column<int>("part", column => column.NotNull()));
        await SchemaBuilder.AlterTableAsync(TableName.Views, table =>
        {
            // The latest look of a parent at a student, of any part or each, from the index alone.
            table.CreateIndex("IDX_ParentViews_Latest", "account_id", "student_id", "at", "part");
            table.CreateIndex("IDX_ParentViews_At", "at");
        });
    }

    private async Task CreateMailCountsAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        await SchemaBuilder.CreateTableAsync(TableName.MailCounts, table => table
            .ExactTextColumn(dialect, "student_id", StudentId.MaxLength, column => column.NotNull().PrimaryKey())
            .DateColumn(dialect, "day", column => column.NotNull().PrimaryKey())
            .Column<int>("mails", column => column.NotNull()));
        await SchemaBuilder.FinishDatesAsync(store, TableName.MailCounts, "day");
        await SchemaBuilder.AlterTableAsync(TableName.MailCounts, table => table.CreateIndex("IDX_ParentMailCounts_Day", "day"));
    }

    private async Task CreateAttemptCountsAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        await SchemaBuilder.CreateTableAsync(TableName.AttemptCounts, table => table
            .ExactTextColumn(dialect, "counted_by", ColumnLength.AttemptKey, column => column.NotNull().PrimaryKey())
            .Column<int>("attempts", column => column.NotNull())
            .Column<long>("ends_at", column => column.NotNull())
            .Column<long>("latest_at", column => column.NotNull()));
        await SchemaBuilder.AlterTableAsync(TableName.AttemptCounts, table => table.CreateIndex("IDX_ParentAttempts_Latest", "latest_at"));
    }

    private async Task CreateStudentsAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        await SchemaBuilder.CreateTableAsync(TableName.Students, table => table
            .ExactTextColumn(dialect, "id", StudentId.MaxLength, column => column.NotNull().PrimaryKey())
            .ExactTextColumn(dialect, "school_id", ColumnLength.SchoolId, column => column.NotNull())
            .ExactTextColumn(dialect, "given_name", ColumnLength.StudentText, column => column.NotNull())
            .ExactTextColumn(dialect, "middle_name", ColumnLength.StudentText)
            .ExactTextColumn(dialect, "family_name", ColumnLength.StudentText, column => column.NotNull())
            .ExactTextColumn(dialect, "display_name", ColumnLength.StudentDisplayName, column => column.NotNull())
            .ExactTextColumn(dialect, "user_name", ColumnLength.StudentText)
            .ExactTextColumn(dialect, "user_name_normalized", ColumnLength.StudentText)
            .ExactTextColumn(dialect, "address", ColumnLength.Address)
            .ExactTextColumn(dialect, "address_normalized", ColumnLength.Address)
            .ExactTextColumn(dialect, "year_title", ColumnLength.StudentText)
            .ExactTextColumn(dialect, "class_id", ColumnLength.StudentText)
            .ExactTextColumn(dialect, "class_title", ColumnLength.StudentText)
            .DateColumn(dialect, "birth_date")
            .ExactTextColumn(dialect, "family_language", FamilyLanguage.MaxLength)
            .Column<bool>("is_active_in_source", column => column.NotNull())
            .Column<bool>("is_deactivated_by_administrator", column => column.NotNull())
            .Column<bool>("is_imported", column => column.NotNull())
            .ExactTextColumn(dialect, "user_id", ColumnLength.Id, column => column.Unique())
            .Column<long>("changed_at", column => column.NotNull()));
        await SchemaBuilder.FinishDatesAsync(store, TableName.Students, "birth_date");
        await SchemaBuilder.AlterTableAsync(TableName.Students, table =>
        {
            // Finding who signs in. Not unique: the source decides, and two of a name is answered with nobody.
            table.CreateIndex("IDX_ParentStudents_UserName", "user_name_normalized");
            table.CreateIndex("IDX_ParentStudents_Address", "address_normalized");
            table.CreateIndex("IDX_ParentStudents_Name", "family_name", "given_name", "id");
        });
    }
}
