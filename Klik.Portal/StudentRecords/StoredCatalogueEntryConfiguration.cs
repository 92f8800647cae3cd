using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.StudentRecords;

internal sealed class StoredCatalogueEntryConfiguration : IEntityTypeConfiguration<StoredCatalogueEntry>
{
    public void Configure(EntityTypeBuilder<StoredCatalogueEntry> builder)
    {
        builder.ToTable("catalogue").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.CatalogueId);
        builder.Property(row => row.SourceId).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.Title).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.Subject).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.CourseId).HasMaxLength(ColumnLength.SourceId);
    }
}
