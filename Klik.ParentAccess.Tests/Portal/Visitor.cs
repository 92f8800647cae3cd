using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>Somebody with a browser at a school of the portal, where students and administrators sign in at the school's provider.</summary>
public sealed class Visitor(TestSchool school) : SchoolVisitor(school.Address, () => school.Portal.Provider, school.Portal.Connect)
{
    public TestSchool School => school;

    /// <summary>From now on this browser is somewhere on the internet, behind a proxy that says so.</summary>
    public void BeAt(string network) => Client.DefaultRequestHeaders.Add("X-Forwarded-For", network);

    /// <summary>A student signs in at the school's provider.</summary>
    public Task<VisitedPage> SignInAsStudentAsync(TestStudent student) => SignInAsStudentAsync(student.UserName);

    public override Task<VisitedPage> SignInAsStudentAsync(string userName) => SignInAtSchoolAsync(userName);

    /// <summary>An administrator signs in at the school's provider.</summary>
    public Task<VisitedPage> SignInAsAdministratorAsync() => SignInAtSchoolAsync(TestSchool.Administrator);

    private async Task<VisitedPage> SignInAtSchoolAsync(string userName)
    {
        Plan = new TokenPlan { Subject = userName, Claims = new Dictionary<string, object?> { ["preferred_username"] = userName } };
        return await OpenAsync("/sign-in/school");
    }
}
