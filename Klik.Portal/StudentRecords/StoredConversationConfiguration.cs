using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.StudentRecords;

internal sealed class StoredConversationConfiguration : IEntityTypeConfiguration<StoredConversation>
{
    public void Configure(EntityTypeBuilder<StoredConversation> builder)
    {
        builder.ToTable("conversations").HasKey(row => new { row.SchoolId, row.StudentId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.StudentId).HasMaxLength(ColumnLength.StudentId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.Title).HasMaxLength(ColumnLength.ShortText);
        builder.Property(row => row.Participants).HasMaxLength(ColumnLength.LongText);
        builder.Property(row => row.Report).HasMaxLength(ColumnLength.LongText);
        builder.Property(row => row.Agreements).HasMaxLength(ColumnLength.LongText);
    }
}
