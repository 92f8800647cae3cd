using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Conformance;

/// <summary>A host's store under test: what the conformance suite needs to know of it.</summary>
public interface IStoreHost
{
    /// <summary>Skips the test that runs when this host's database is not there.</summary>
    void SkipUnlessThere();

    /// <summary>Makes a school that nothing has been stored for.</summary>
    Task<School> NewSchoolAsync();

    /// <summary>Begins a scope (a request) that works for a school; it gives the ports.</summary>
    AsyncServiceScope BeginScope(School school);

    /// <summary>Adds a student, or changes the one with this id.</summary>
    Task SetStudentAsync(School school, Student student);
}
