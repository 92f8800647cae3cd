using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.Throttling;

internal sealed class AttemptCountRowConfiguration : IEntityTypeConfiguration<AttemptCountRow>
{
    public void Configure(EntityTypeBuilder<AttemptCountRow> builder)
    {
        builder.ToTable("attempt_counts").HasKey(row => new { row.SchoolId, row.CountedBy });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.CountedBy).HasMaxLength(ColumnLength.AttemptKey);
        builder.HasIndex(row => new { row.SchoolId, row.LatestAt });
    }
}
