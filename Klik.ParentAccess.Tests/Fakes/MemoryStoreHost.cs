using System.Collections.Concurrent;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Throttling;
using Klik.ParentAccess.Tests.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>The store in memory as a host: what the rules are tested with must itself keep the store's promises.</summary>
public sealed class MemoryStoreHost : IStoreHost, IDisposable
{
    private readonly ConcurrentDictionary<SchoolId, (FakeStore Store, FakeStudents Students, ServiceProvider Services)> _schools = new();

    public void SkipUnlessThere()
    {
    }

    public Task<School> NewSchoolAsync()
    {
        var school = new School(SchoolId.Parse($"school-{_schools.Count + 1}"), "School");
        var students = new FakeStudents();
        var store = new FakeStore(students);
        var services = new ServiceCollection()
            .AddSingleton<IParentAccessStore>(store)
            .AddSingleton<IStudents>(students)
            .AddSingleton<ILetters>(new FakeLetterBook(store, students))
            .AddSingleton<IAttemptCounters>(new FakeAttemptCounters())
            .BuildServiceProvider();
        Assert.True(_schools.TryAdd(school.Id, (store, students, services)));
        return Task.FromResult(school);
    }

    public AsyncServiceScope BeginScope(School school) => _schools[school.Id].Services.CreateAsyncScope();

    public Task SetStudentAsync(School school, Student student)
    {
        _schools[school.Id].Students.Put(student);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var (store, _, services) in _schools.Values)
        {
            services.Dispose();
            store.Dispose();
        }
    }
}
