using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.Students;

internal sealed class StudentRowConfiguration : IEntityTypeConfiguration<StudentRow>
{
    public void Configure(EntityTypeBuilder<StudentRow> builder)
    {
        builder.ToTable("students").HasKey(row => new { row.SchoolId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.StudentId);
        builder.Property(row => row.GivenName).HasMaxLength(ColumnLength.StudentName);
        builder.Property(row => row.MiddleName).HasMaxLength(ColumnLength.StudentName);
        builder.Property(row => row.FamilyName).HasMaxLength(ColumnLength.StudentName);
        builder.Property(row => row.DisplayName).HasMaxLength(3 * ColumnLength.StudentName);
        builder.Property(row => row.UserName).HasMaxLength(ColumnLength.UserNameOfStudent);
        builder.Property(row => row.UserNameNormalized).HasMaxLength(ColumnLength.UserNameOfStudent);
        builder.Property(row => row.Address).HasMaxLength(ColumnLength.Address);
        builder.Property(row => row.AddressNormalized).HasMaxLength(ColumnLength.Address);
        builder.Property(row => row.YearTitle).HasMaxLength(ColumnLength.StudentName);
        builder.Property(row => row.ClassId).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.ClassTitle).HasMaxLength(ColumnLength.StudentName);
        builder.Property(row => row.FamilyLanguage).HasMaxLength(FamilyLanguage.MaxLength);

        // Finding who signs in. Not unique: the source decides, and two of a name is answered with nobody.
        builder.HasIndex(row => new { row.SchoolId, row.UserNameNormalized });
        builder.HasIndex(row => new { row.SchoolId, row.AddressNormalized });

        // The list of user management.
        builder.HasIndex(row => new { row.SchoolId, row.FamilyName, row.GivenName, row.Id });
    }
}
