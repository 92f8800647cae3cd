using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace Klik.ParentAccess.Migrations;

/// <summary>The index of the invitations. There is no content type definition: see <see cref="Models.InvitationPart"/>.</summary>
public sealed class InvitationMigrations : DataMigration
{
    /// <summary>Makes it.</summary>
    public async Task<int> CreateAsync()
    {
        var dialect = SchemaBuilder.Dialect;
        await SchemaBuilder.CreateMapIndexTableAsync<InvitationPartIndex>(table => table
            .ExactTextColumn(dialect, nameof(InvitationPartIndex.InvitationId), ColumnLength.Id, column => column.NotNull().Unique())
            .ExactTextColumn(dialect, nameof(InvitationPartIndex.StudentId), StudentId.MaxLength, column => column.NotNull())
            .ExactTextColumn(dialect, nameof(InvitationPartIndex.AddressHash), ColumnLength.AddressHash)
            .ExactTextColumn(dialect, nameof(InvitationPartIndex.AddressOfStudent), ColumnLength.AddressHash + 1 + StudentId.MaxLength, column => column.Unique())
            .Column<long>(nameof(InvitationPartIndex.CreatedAtTicks), column => column.NotNull())
            .Column<long>(nameof(InvitationPartIndex.ExpiresAtTicks), column => column.NotNull()));
        await SchemaBuilder.AlterIndexTableAsync<InvitationPartIndex>(table =>
        {
            table.CreateIndex("IDX_InvitationPart_Student", nameof(InvitationPartIndex.StudentId));
            table.CreateIndex("IDX_InvitationPart_Address", nameof(InvitationPartIndex.AddressHash));
            table.CreateIndex("IDX_InvitationPart_Expires", nameof(InvitationPartIndex.ExpiresAtTicks));
            table.CreateIndex("IDX_InvitationPart_Document", nameof(InvitationPartIndex.DocumentId));
        });
        return 1;
    }
}
