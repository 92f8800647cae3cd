using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using YesSql.Sql;

namespace Klik.ParentAccess.Migrations;

/// <summary>
/// The index of parent letters. There is no content type definition: see
/// <see cref="Models.LetterPart"/>.
/// </summary>
[Feature(Features.Letters)]
public sealed class LetterMigrations : DataMigration
{
    /// <summary>Makes them.</summary>
    public async Task<int> CreateAsync()
    {
        await CreateLettersAsync();
        return 1;
    }

    private async Task CreateLettersAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        await SchemaBuilder.CreateMapIndexTableAsync<LetterPartIndex>(table => table
            .ExactTextColumn(dialect, nameof(LetterPartIndex.LetterId), ColumnLength.Id, column => column.NotNull().Unique())
            .ExactTextColumn(dialect, nameof(LetterPartIndex.StudentId), StudentId.MaxLength, column => column.NotNull().Unique())
            .ExactTextColumn(dialect, nameof(LetterPartIndex.CodeHash), ColumnLength.CodeHash, column => column.NotNull().Unique())
            .Column<int>(nameof(LetterPartIndex.UsedSeats), column => column.NotNull())
            .Column<long>(nameof(LetterPartIndex.MadeAtTicks), column => column.NotNull())
            .Column<long>(nameof(LetterPartIndex.ExpiresAtTicks), column => column.NotNull()));
        await SchemaBuilder.AlterIndexTableAsync<LetterPartIndex>(table =>
        {
            table.CreateIndex("IDX_LetterPart_Expires", nameof(LetterPartIndex.ExpiresAtTicks));
            table.CreateIndex("IDX_LetterPart_Document", nameof(LetterPartIndex.DocumentId));
        });
    }
}
