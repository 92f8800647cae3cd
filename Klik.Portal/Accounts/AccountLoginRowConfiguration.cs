using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Accounts;

internal sealed class AccountLoginRowConfiguration : IEntityTypeConfiguration<AccountLoginRow>
{
    public void Configure(EntityTypeBuilder<AccountLoginRow> builder)
    {
        // The key makes an external account known once in a school (rules P1, P7).
        builder.ToTable("account_logins").HasKey(row => new { row.SchoolId, row.Issuer, row.Subject });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Issuer).HasMaxLength(ColumnLength.Issuer);
        builder.Property(row => row.Subject).HasMaxLength(ColumnLength.Subject);
        builder.Property(row => row.AccountId).HasMaxLength(ColumnLength.AccountId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(row => new { row.SchoolId, row.AccountId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.SchoolId, row.AccountId });
    }
}
