using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.Students;

/// <summary>The present school's students. One implementation a host.</summary>
public interface IStudents
{
    /// <summary>Finds a student, active or not.</summary>
    Task<Student?> FindAsync(StudentId id, CancellationToken cancellationToken);

    /// <summary>Finds the student whom the school's own sign-in names, by user name or else by address, case ignored.</summary>
    /// <returns>Null when there is none or more than one.</returns>
    Task<Student?> FindBySignInNameAsync(string userNameOrAddress, CancellationToken cancellationToken);

    /// <summary>The students by name, for user management.</summary>
    Task<Page<StudentListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Makes a student active or inactive by the administrator's hand (rule I7).</summary>
    /// <returns>False when there is no such student.</returns>
    Task<bool> SetActiveAsync(StudentId id, bool active, CancellationToken cancellationToken);
}
