using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Klik.Portal.StudentRecords;

internal sealed class StoredGoalStepConfiguration : IEntityTypeConfiguration<StoredGoalStep>
{
    public void Configure(EntityTypeBuilder<StoredGoalStep> builder)
    {
        builder.ToTable("goal_steps").HasKey(row => new { row.SchoolId, row.StudentId, row.Id });
        builder.Property(row => row.SchoolId).HasMaxLength(ColumnLength.SchoolId);
        builder.Property(row => row.StudentId).HasMaxLength(ColumnLength.StudentId);
        builder.Property(row => row.Id).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.GoalId).HasMaxLength(ColumnLength.SourceId);
        builder.Property(row => row.Title).HasMaxLength(ColumnLength.ShortText);
    }
}
