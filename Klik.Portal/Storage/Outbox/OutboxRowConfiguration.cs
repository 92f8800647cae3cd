using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.Outbox;

internal sealed class OutboxRowConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.HasIndex(row => new { row.SchoolId, row.NextAttemptAt });
        builder.HasIndex(row => new { row.SchoolId, row.InvitationId });
        builder.HasIndex(row => new { row.SchoolId, row.LinkId });
    }
}
