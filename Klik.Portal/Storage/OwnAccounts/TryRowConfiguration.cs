using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.OwnAccounts;

internal sealed class TryRowConfiguration : IEntityTypeConfiguration<TryRow>
{
    public void Configure(EntityTypeBuilder<TryRow> builder)
    {
        builder.ToTable("tries").HasKey(row => new { row.SchoolId, row.Key });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Key).HasMaxLength(ColumnLength.TryKey);
        builder.HasIndex(row => new { row.SchoolId, row.LastAt });
    }
}
