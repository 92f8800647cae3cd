using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.OwnAccounts;

internal sealed class PasskeyRowConfiguration : IEntityTypeConfiguration<PasskeyRow>
{
    public void Configure(EntityTypeBuilder<PasskeyRow> builder)
    {
        builder.ToTable("passkeys").HasKey(row => new { row.SchoolId, row.CredentialId });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.CredentialId).HasMaxLength(ColumnLength.CredentialId);
        builder.Property(row => row.OwnAccountId).HasMaxLength(ColumnLength.AccountId);
        builder.Property(row => row.PublicKey).HasMaxLength(ColumnLength.PublicKey);
        builder.HasOne<OwnAccountRow>().WithMany().HasForeignKey(row => new { row.SchoolId, row.OwnAccountId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.SchoolId, row.OwnAccountId });
    }
}
