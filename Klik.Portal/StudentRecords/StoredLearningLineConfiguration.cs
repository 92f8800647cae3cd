using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.StudentRecords;

internal sealed class StoredLearningLineConfiguration : IEntityTypeConfiguration<StoredLearningLine>
{
    public void Configure(EntityTypeBuilder<StoredLearningLine> builder)
    {
        builder.ToTable("learning_lines").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.Title).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.Subject).HasMaxLength(ColumnLength.ShortText);
    }
}
