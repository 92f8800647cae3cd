using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Services.Students;

/// <summary>
/// What the site knows of a user who is a student, beside the user name. An LMS registers one of its own; it is asked when the user is
/// made or changed, and not about students whom an import brought.
/// </summary>
public interface IStudentDetails
{
    /// <summary>What to keep of a user with the students' role.</summary>
    Task<StudentDetails> OfAsync(User user);
}
