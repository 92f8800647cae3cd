using Klik.Portal.Students;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.Invitations;

internal sealed class InvitationRowConfiguration : IEntityTypeConfiguration<InvitationRow>
{
    public void Configure(EntityTypeBuilder<InvitationRow> builder)
    {
        builder.ToTable("invitations").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.StudentId).HasMaxLength(ColumnLength.StudentId);
        builder.Property(row => row.Name).HasMaxLength(ColumnLength.ProtectedText);
        builder.Property(row => row.Address).HasMaxLength(ColumnLength.ProtectedText);
        builder.Property(row => row.AddressHash).HasMaxLength(ColumnLength.AddressHash);
        builder.HasOne<StudentRow>().WithMany().HasForeignKey(row => new { row.SchoolId, row.StudentId }).OnDelete(DeleteBehavior.Restrict);

        // One invitation a student and address (rule P7). Expired ones have no hash and stand in nobody's way.
        builder.HasIndex(row => new { row.SchoolId, row.StudentId, row.AddressHash }).IsUnique();
        builder.HasIndex(row => new { row.SchoolId, row.AddressHash });
        builder.HasIndex(row => new { row.SchoolId, row.ExpiresAt });
    }
}
