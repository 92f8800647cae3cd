using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Schools;

internal sealed class SchoolRowConfiguration : IEntityTypeConfiguration<SchoolRow>
{
    public void Configure(EntityTypeBuilder<SchoolRow> builder)
    {
        builder.ToTable("schools").HasKey(row => row.SchoolId);
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.Language).HasMaxLength(ColumnLength.Language);
        builder.Property(row => row.TimeZone).HasMaxLength(64);
        builder.Property(row => row.AccentColor).HasMaxLength(7);
        builder.Property(row => row.AllowsOwnAccounts).HasDefaultValue(false);
        builder.Property(row => row.RecordsVersion).HasDefaultValue(0L);
    }
}
