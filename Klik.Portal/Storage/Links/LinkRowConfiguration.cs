using Klik.Portal.Accounts;
using Klik.Portal.Students;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.Links;

internal sealed class LinkRowConfiguration : IEntityTypeConfiguration<LinkRow>
{
    public void Configure(EntityTypeBuilder<LinkRow> builder)
    {
        builder.ToTable("links").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.StudentId).HasMaxLength(ColumnLength.StudentId);
        builder.Property(row => row.AccountId).HasMaxLength(ColumnLength.AccountId);
        builder.Property(row => row.Name).HasMaxLength(ColumnLength.ProtectedText);
        builder.HasOne<StudentRow>().WithMany().HasForeignKey(row => new { row.SchoolId, row.StudentId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(row => new { row.SchoolId, row.AccountId }).OnDelete(DeleteBehavior.Cascade);

        // One link an account and student (rule P7); also the way from a parent to the students.
        builder.HasIndex(row => new { row.SchoolId, row.AccountId, row.StudentId }).IsUnique();
        builder.HasIndex(row => new { row.SchoolId, row.StudentId });
    }
}
