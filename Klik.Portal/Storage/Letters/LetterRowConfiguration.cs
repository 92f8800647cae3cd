using Klik.Portal.Students;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.Letters;

internal sealed class LetterRowConfiguration : IEntityTypeConfiguration<LetterRow>
{
    public void Configure(EntityTypeBuilder<LetterRow> builder)
    {
        builder.ToTable("letters").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.StudentId).HasMaxLength(ColumnLength.StudentId);
        builder.Property(row => row.CodeHash).HasMaxLength(ColumnLength.CodeHash);
        builder.HasOne<StudentRow>().WithMany().HasForeignKey(row => new { row.SchoolId, row.StudentId }).OnDelete(DeleteBehavior.Restrict);

        // One letter a student, and one student a code (rules L3, P7).
        builder.HasIndex(row => new { row.SchoolId, row.StudentId }).IsUnique();
        builder.HasIndex(row => new { row.SchoolId, row.CodeHash }).IsUnique();
        builder.HasIndex(row => new { row.SchoolId, row.ExpiresAt });
    }
}
