using Klik.Portal.Students;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.Invitations;

internal sealed class InvitationMailCountRowConfiguration : IEntityTypeConfiguration<InvitationMailCountRow>
{
    public void Configure(EntityTypeBuilder<InvitationMailCountRow> builder)
    {
        builder.ToTable("invitation_mail_counts").HasKey(row => new { row.SchoolId, row.StudentId, row.Day });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.StudentId).HasMaxLength(ColumnLength.StudentId);
        builder.HasOne<StudentRow>().WithMany().HasForeignKey(row => new { row.SchoolId, row.StudentId }).OnDelete(DeleteBehavior.Cascade);
    }
}
