using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.StudentRecords;

internal sealed class StoredResultConfiguration : IEntityTypeConfiguration<StoredResult>
{
    public void Configure(EntityTypeBuilder<StoredResult> builder)
    {
        builder.ToTable("results").HasKey(row => new { row.SchoolId, row.StudentId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.StudentId).HasMaxLength(ColumnLength.StudentId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.LineItemId).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.Text).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.Comment).HasMaxLength(ColumnLength.LongText);
    }
}
