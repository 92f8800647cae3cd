using Klik.ParentAccess.Core.Schools;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage;

/// <summary>
/// The portal's database, on SQLite or PostgreSQL. Nothing is tracked: rows are read into records, and changes are single
/// statements that answer whether they changed anything.
/// </summary>
internal sealed class ParentAccessDbContext(DbContextOptions<ParentAccessDbContext> options, ICurrentSchool currentSchool) : DbContext(options)
{
    /// <summary>The name of the query filter that keeps schools apart.</summary>
    public const string SchoolFilter = "School";

    /// <summary>The present school, for rows that are written and for the query filter.</summary>
    /// <exception cref="InvalidOperationException">The scope works for no school.</exception>
    public string SchoolId => currentSchool.School.Id.Value;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ParentAccessDbContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToList())
        {
            SnakeCase.Apply(entity);
            if (entity.ClrType.IsAssignableTo(typeof(ISchoolRow)))
            {
                typeof(ParentAccessDbContext)
                    .GetMethod(nameof(FilterBySchool), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
                    .MakeGenericMethod(entity.ClrType)
                    .Invoke(this, [modelBuilder]);
            }
        }
    }

    private void FilterBySchool<TRow>(ModelBuilder modelBuilder)
        where TRow : class, ISchoolRow =>
        modelBuilder.Entity<TRow>().HasQueryFilter(SchoolFilter, row => row.SchoolId == SchoolId);
}
