using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Services.Students;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>What people of a site do with letters.</summary>
internal static class LetterVisits
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Adds a student, as an import would, and the student's user.</summary>
    public static async Task<TestStudent> AddStudentAsync(this SiteSchool school, string givenName = "Sanne", DateOnly? birthDate = null)
    {
        var id = SiteSchool.Unique("s");
        var student = new TestStudent(id, givenName, $"{givenName} {id.ToUpperInvariant()}", $"user-{id}");
        await school.InSiteAsync(services => services.GetRequiredService<TenantTransactions>().JoinAsync(
            async () =>
            {
                await services.GetRequiredService<StudentTable>().SaveAsync(
                    new StudentRow
                    {
                        Id = id,
                        GivenName = givenName,
                        DisplayName = student.Name,
                        UserName = student.UserName,
                        ClassTitle = "2B",
                        BirthDate = birthDate,
                        IsActiveInSource = true,
                        IsImported = true,
                        ChangedAt = DateTimeOffset.UnixEpoch,
                    },
                    Cancel);
                return true;
            },
            Cancel));
        await school.AddUserAsync(student.UserName);
        return student;
    }

    /// <summary>The school makes a letter for a student, or prints it again.</summary>
    /// <returns>The code in it.</returns>
    public static async Task<string> MakeLetterAsync(this SiteSchool school, TestStudent student)
    {
        var code = "";
        await school.InSiteAsync(async services => code = await services.MakeLetterAsync(student.Id));
        return code;
    }

    /// <summary>A new student with a letter.</summary>
    public static async Task<(TestStudent Student, string Code)> NewLetterAsync(this SiteSchool school, string givenName = "Sanne", DateOnly? birthDate = null)
    {
        var student = await school.AddStudentAsync(givenName, birthDate);
        return (student, await school.MakeLetterAsync(student));
    }

    /// <summary>Somebody tries a code, behind the pages' back.</summary>
    public static async Task<RedeemActivationCodeResult> RedeemAsync(this SiteSchool school, string name, string code)
    {
        RedeemActivationCodeResult? result = null;
        await school.InSiteAsync(async services => result = await services.RedeemAsync(SiteSchool.Unique(name), name, code));
        return result!;
    }

    /// <summary>Forgets all attempts, as after a quiet day.</summary>
    public static Task ForgetAttemptsAsync(this SiteSchool school) => school.InSiteAsync(services => services.GetRequiredService<TenantTransactions>().JoinAsync(
        () =>
        {
            var database = services.GetRequiredService<TenantDatabase>();
            return database.ExecuteAsync($"DELETE FROM {database.AttemptCounts}", Cancel);
        },
        Cancel));

    /// <summary>The student, signed in.</summary>
    public static async Task<SiteVisitor> SignedInAsync(this SiteSchool school, TestStudent student)
    {
        var visitor = school.NewVisitor();
        await visitor.SignInAsync(student.UserName);
        return visitor;
    }

    /// <summary>A parent with a Google account that nobody else has in this run.</summary>
    public static SiteVisitor NewParent(this SiteSchool school, string name = "jan")
    {
        var parent = school.NewVisitor();
        parent.Plan = Persona.Gmail($"{SiteSchool.Unique(name)}@gmail.com");
        return parent;
    }
}
