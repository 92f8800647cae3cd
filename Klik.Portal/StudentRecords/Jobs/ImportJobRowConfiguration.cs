using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.StudentRecords.Jobs;

internal sealed class ImportJobRowConfiguration : IEntityTypeConfiguration<ImportJobRow>
{
    /// <summary>The longest name of a machine.</summary>
    public const int MachineLength = 100;

    public void Configure(EntityTypeBuilder<ImportJobRow> builder)
    {
        // One a school, so that the key itself lets no second import in.
        builder.ToTable("import_jobs").HasKey(row => row.SchoolId);
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.Machine).HasMaxLength(MachineLength);
    }
}
