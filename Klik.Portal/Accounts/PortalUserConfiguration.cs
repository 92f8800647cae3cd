using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Accounts;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("accounts").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.AccountId);
        builder.Property(row => row.UserName).HasMaxLength(ColumnLength.UserName);
        builder.Property(row => row.UserNameNormalized).HasMaxLength(ColumnLength.UserName);
        builder.Property(row => row.Address).HasMaxLength(ColumnLength.ProtectedText);
        builder.Property(row => row.AddressHash).HasMaxLength(ColumnLength.AddressHash);
        builder.Property(row => row.Language).HasMaxLength(ColumnLength.Language);

        builder.HasIndex(row => new { row.SchoolId, row.UserNameNormalized }).IsUnique();

        // Not unique: one mailbox may belong to two accounts, such as a Microsoft and a Google one (rule P1).
        builder.HasIndex(row => new { row.SchoolId, row.AddressHash });
        builder.HasIndex(row => new { row.SchoolId, row.WithoutLinksSince });
    }
}
