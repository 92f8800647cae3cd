using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.StudentRecords;

internal sealed class StoredActivityConfiguration : IEntityTypeConfiguration<StoredActivity>
{
    public void Configure(EntityTypeBuilder<StoredActivity> builder)
    {
        builder.ToTable("activities").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.LearningLineId).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.Title).HasMaxLength(ColumnLength.ShortText);

        // The activities of a line.
        builder.HasIndex(row => new { row.SchoolId, row.LearningLineId });
    }
}
