using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.StudentRecords;

internal sealed class StoredLineItemConfiguration : IEntityTypeConfiguration<StoredLineItem>
{
    public void Configure(EntityTypeBuilder<StoredLineItem> builder)
    {
        builder.ToTable("line_items").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.Title).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.ClassId).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.Subject).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.CategoryId).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.Category).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.PeriodId).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.Period).HasMaxLength(ColumnLength.ShortText);
    }
}
