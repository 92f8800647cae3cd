using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.StudentRecords;

internal sealed class StoredActivityProgressConfiguration : IEntityTypeConfiguration<StoredActivityProgress>
{
    public void Configure(EntityTypeBuilder<StoredActivityProgress> builder)
    {
        builder.ToTable("activity_progress").HasKey(row => new { row.SchoolId, row.StudentId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.StudentId).HasMaxLength(ColumnLength.StudentId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.SourceId);
    }
}
