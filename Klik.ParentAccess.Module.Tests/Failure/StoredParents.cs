using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Tests.Failure;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>What is stored of a site after something broke.</summary>
internal static class StoredParents
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>What was answered with yes is there, once.</summary>
    /// <param name="school">The school.</param>
    /// <param name="crowd">Who asked.</param>
    /// <param name="others">How many other parents have access.</param>
    public static async Task AssertStoredAsync(this SiteSchool school, Crowd crowd, int others = 0)
    {
        foreach (var student in crowd.Students)
        {
            var parents = await school.ParentsOfAsync(student.Student.Id);
            Assert.Equal(student.Accepted.Order(), parents.Invitations.Select(invitation => invitation.Address).Order());
        }

        Assert.NotEmpty(crowd.Linked);
        foreach (var family in crowd.Linked)
        {
            Assert.Equal(Crowd.Seats, (await school.ParentsOfAsync(family.Student.Id)).Parents.Count);
        }

        await school.InSiteAsync(async services =>
        {
            var database = services.GetRequiredService<TenantDatabase>();
            Assert.Equal(others + (Crowd.Seats * crowd.Linked.Count), await database.CountAsync($"SELECT COUNT(*) FROM {database.Links}", Cancel));
            Assert.Equal(others + (Crowd.Seats * crowd.Linked.Count), await database.CountAsync($"SELECT COUNT(*) FROM {database.Accounts}", Cancel));
        });
    }

    private static async Task<ParentsOfStudentResult> ParentsOfAsync(this SiteSchool school, string student)
    {
        ParentsOfStudentResult? result = null;
        await school.InSiteAsync(async services => result = await services.GetRequiredService<ParentsOfStudent>().ExecuteAsync(StudentId.Parse(student), Cancel));
        return result!;
    }
}
