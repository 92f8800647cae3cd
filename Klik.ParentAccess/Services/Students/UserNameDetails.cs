using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Services.Students;

/// <summary>For a site that knows no more of its students: they are called by their user names.</summary>
internal sealed class UserNameDetails : IStudentDetails
{
    public Task<StudentDetails> OfAsync(User user) => Task.FromResult(new StudentDetails(user.UserName, "", user.UserName));
}
