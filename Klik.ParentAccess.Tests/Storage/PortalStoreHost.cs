using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Tests.Conformance;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Klik.Portal.Students;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Storage;

/// <summary>The portal's store on one database, for all tests of it.</summary>
public abstract class PortalStoreHost : IStoreHost, IAsyncLifetime
{
    private ServiceProvider? _services;
    private int _schools;

    protected TemporaryFolder Folder { get; } = new();

    internal IServiceProvider Services => _services ?? throw new InvalidOperationException("The host has no database.");

    public abstract void SkipUnlessThere();

    public async ValueTask InitializeAsync()
    {
        _services = await CreateAsync();
        if (_services is not null)
        {
            await _services.PreparePortalStorageAsync(CancellationToken.None);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    public async Task<School> NewSchoolAsync()
    {
        var number = Interlocked.Increment(ref _schools);
        var school = new School(SchoolId.Parse($"school-{number}"), $"School {number}");
        Assert.True(await Services.GetRequiredService<EfSchools>().CreateAsync(school, CancellationToken.None));
        return school;
    }

    public AsyncServiceScope BeginScope(School school)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentSchool>().Set(school);
        return scope;
    }

    public async Task SetStudentAsync(School school, Student student)
    {
        await using var scope = BeginScope(school);
        var row = new StudentRow
        {
            SchoolId = school.Id.Value,
            Id = student.Id.Value,
            GivenName = student.GivenName,
            FamilyName = "",
            DisplayName = student.DisplayName,
            ClassTitle = student.ClassTitle,
            FamilyLanguage = student.FamilyLanguage,
            IsActiveInSource = student.IsActive,
            ChangedAt = default,
        };
        if (!await scope.ServiceProvider.GetRequiredService<Statements>().TryInsertAsync(row, CancellationToken.None))
        {
            var context = scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>();
            context.Update(row);
            await context.SaveChangesAsync();
        }
    }

    /// <summary>Null where the database is not there.</summary>
    internal abstract Task<ServiceProvider?> CreateAsync();
}
