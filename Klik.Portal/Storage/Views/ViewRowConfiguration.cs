using Klik.Portal.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Storage.Views;

internal sealed class ViewRowConfiguration : IEntityTypeConfiguration<ViewRow>
{
    public void Configure(EntityTypeBuilder<ViewRow> builder)
    {
        builder.ToTable("views").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.AccountId).HasMaxLength(ColumnLength.AccountId);
        builder.Property(row => row.StudentId).HasMaxLength(ColumnLength.StudentId);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(row => new { row.SchoolId, row.AccountId }).OnDelete(DeleteBehavior.Cascade);

        // The latest look of a parent at a student, of any part or each, from the index alone.
        builder.HasIndex(row => new { row.SchoolId, row.AccountId, row.StudentId, row.At, row.Part });
        builder.HasIndex(row => new { row.SchoolId, row.At });
    }
}
