using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.Letters;

internal sealed class LetterTextRowConfiguration : IEntityTypeConfiguration<LetterTextRow>
{
    private const int LanguageLength = 10;

    public void Configure(EntityTypeBuilder<LetterTextRow> builder)
    {
        builder.ToTable("letter_texts").HasKey(row => new { row.SchoolId, row.Language });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Language).HasMaxLength(LanguageLength);
    }
}
