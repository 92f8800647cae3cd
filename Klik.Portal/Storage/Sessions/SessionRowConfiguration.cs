using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.Sessions;

internal sealed class SessionRowConfiguration : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        // No key to the accounts: a session of one that is just deleted opens nothing, and is gone within hours.
        builder.ToTable("sessions").HasKey(row => new { row.SchoolId, row.IdHash });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.IdHash).HasMaxLength(ColumnLength.SessionHash);
        builder.Property(row => row.AccountId).HasMaxLength(ColumnLength.AccountId);
        builder.HasIndex(row => new { row.SchoolId, row.AccountId });
    }
}
