using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.StudentRecords;

internal sealed class StoredAssessmentConfiguration : IEntityTypeConfiguration<StoredAssessment>
{
    public void Configure(EntityTypeBuilder<StoredAssessment> builder)
    {
        builder.ToTable("assessments").HasKey(row => new { row.SchoolId, row.StudentId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.StudentId).HasMaxLength(ColumnLength.StudentId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.Title).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.Subject).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.Teacher).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.Level).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.Text).HasMaxLength(ColumnLength.LongText);
    }
}
