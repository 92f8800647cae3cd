using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.Letters;

internal sealed class LetterSeatRowConfiguration : IEntityTypeConfiguration<LetterSeatRow>
{
    public void Configure(EntityTypeBuilder<LetterSeatRow> builder)
    {
        builder.ToTable("letter_seats").HasKey(row => new { row.SchoolId, row.LinkId });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.HasOne<LetterRow>().WithMany().HasForeignKey(row => new { row.SchoolId, row.LetterId }).OnDelete(DeleteBehavior.Cascade);
    }
}
