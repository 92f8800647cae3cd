using System.Collections.Concurrent;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Tests.Fakes;

/// <summary>The school's students in memory.</summary>
internal sealed class FakeStudents : IStudents
{
    private readonly ConcurrentDictionary<StudentId, Student> _students = new();

    /// <summary>Adds an active student whose address is the given name at student.example.</summary>
    public StudentId Add(string givenName, string? classTitle = "3B")
    {
        var id = StudentId.Parse($"s-{givenName.ToLowerInvariant()}");
        var address = EmailAddress.TryParse($"{givenName}@student.example", out var parsed) ? parsed : null;
        Put(new Student(id, givenName, $"{givenName} de Vries", IsActive: true) { ClassTitle = classTitle, Address = address });
        return id;
    }

    public void Put(Student student) => _students[student.Id] = student;

    public IReadOnlyCollection<Student> All => [.. _students.Values];

    public Student Get(StudentId id) => _students[id];

    public Task<Student?> FindAsync(StudentId id, CancellationToken cancellationToken) => Task.FromResult(_students.GetValueOrDefault(id));

    public Task<Student?> FindBySignInNameAsync(string userNameOrAddress, CancellationToken cancellationToken) =>
        Task.FromResult(_students.Values.SingleOrDefault(student =>
            student.Address?.Normalized.Equals(userNameOrAddress, StringComparison.OrdinalIgnoreCase) == true));

    public Task<Page<StudentListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var all = _students.Values
            .OrderBy(student => student.DisplayName, StringComparer.Ordinal)
            .Select(student => new StudentListItem(student.Id, student.DisplayName, student.ClassTitle, student.IsActive, IsActiveInSource: true))
            .ToList();
        return Task.FromResult(new Page<StudentListItem>([.. all.Skip(page.Skip).Take(page.Take)], page.Number, page.Take, all.Count));
    }

    public Task<bool> SetActiveAsync(StudentId id, bool active, CancellationToken cancellationToken)
    {
        var isThere = _students.TryGetValue(id, out var student);
        if (isThere)
        {
            _students[id] = student! with { IsActive = active };
        }

        return Task.FromResult(isThere);
    }
}
