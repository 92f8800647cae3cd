using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.OwnAccounts;

internal sealed class OwnAccountRowConfiguration : IEntityTypeConfiguration<OwnAccountRow>
{
    public void Configure(EntityTypeBuilder<OwnAccountRow> builder)
    {
        builder.ToTable("own_accounts").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.AccountId);
        builder.Property(row => row.Name).HasMaxLength(ColumnLength.ProtectedText);
        builder.Property(row => row.Address).HasMaxLength(ColumnLength.ProtectedText);
        builder.Property(row => row.AddressHash).HasMaxLength(ColumnLength.AddressHash);
        builder.Property(row => row.ConfirmedAddressHash).HasMaxLength(ColumnLength.AddressHash);
        builder.Property(row => row.Language).HasMaxLength(ColumnLength.Language);
        builder.Property(row => row.PasswordHash).HasMaxLength(ColumnLength.PasswordHash);
        builder.HasIndex(row => new { row.SchoolId, row.AddressHash, row.CreatedAt });
        builder.HasIndex(row => new { row.SchoolId, row.ConfirmedAddressHash }).IsUnique();
        builder.HasIndex(row => new { row.SchoolId, row.CreatedAt });
    }
}
