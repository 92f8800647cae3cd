using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Services.Storage;
using Klik.ParentAccess.Services.Students;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>What people of a site do with letters.</summary>
internal static class LetterVisits
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Adds a student, as an import would, and the student's user.</summary>
    public static async Task<SiteStudent> AddStudentAsync(this SiteSchool school, string givenName = "Sanne", DateOnly? birthDate = null)
    {
        var id = SiteSchool.Unique("s");
        var student = new SiteStudent(id, $"{givenName} {id.ToUpperInvariant()}", $"user-{id}");
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
    public static async Task<string> MakeLetterAsync(this SiteSchool school, SiteStudent student)
    {
        var code = "";
        await school.InSiteAsync(async services =>
        {
            var selection = new LetterSelection.OneStudent(StudentId.Parse(student.Id));
            await foreach (var letter in services.GetRequiredService<MakeLetters>().ExecuteAsync(selection, LetterChoice.All, "en", Cancel))
            {
                code = letter.Code.Text;
            }
        });
        return code;
    }

    /// <summary>A new student with a letter.</summary>
    public static async Task<(SiteStudent Student, string Code)> NewLetterAsync(this SiteSchool school, string givenName = "Sanne", DateOnly? birthDate = null)
    {
        var student = await school.AddStudentAsync(givenName, birthDate);
        return (student, await school.MakeLetterAsync(student));
    }

    /// <summary>Somebody tries a code, behind the pages' back.</summary>
    public static async Task<RedeemActivationCodeResult> RedeemAsync(this SiteSchool school, string name, string code)
    {
        RedeemActivationCodeResult? result = null;
        var identity = new ExternalIdentity(ExternalProvider.Google, "https://accounts.google.com", SiteSchool.Unique(name), null, false);
        await school.InSiteAsync(async services => result = await services.GetRequiredService<RedeemActivationCode>().ExecuteAsync(
            new RedeemActivationCodeRequest(new LetterParent.Newcomer(identity, name), code, null, "nl", null, null), Cancel));
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
    public static async Task<SiteVisitor> SignedInAsync(this SiteSchool school, SiteStudent student)
    {
        var visitor = school.NewVisitor();
        await visitor.SignInAsync(student.UserName);
        return visitor;
    }

    /// <summary>A parent with a Google account that nobody else has in this run.</summary>
    public static SiteVisitor NewParent(this SiteSchool school, string name = "jan")
    {
        var parent = school.NewVisitor();
        parent.Becomes(Persona.Gmail($"{SiteSchool.Unique(name)}@gmail.com"));
        return parent;
    }

    /// <summary>Follows a letter's link and signs in, up to the page that asks to link. The code goes into the form, as the page's
    /// script or a person does it: the part after # is never sent.</summary>
    /// <param name="parent">Who.</param>
    /// <param name="code">The code in the letter.</param>
    /// <param name="hasAccount">Which of the two is chosen (rule L4).</param>
    public static async Task<VisitedPage> FollowLetterAsync(this SiteVisitor parent, string code, bool hasAccount = false) =>
        await parent.SubmitAsync(await parent.OpenAsync("/a"), "/a/sign-in/google", ("code", code), ("account", hasAccount ? "existing" : "new"));

    /// <summary>Registers with a letter and links.</summary>
    public static async Task<VisitedPage> RegisterByLetterAsync(this SiteVisitor parent, string code, string name = "Jan de Vries") =>
        await parent.SubmitAsync(await parent.FollowLetterAsync(code), "/a/link", ("displayName", name));
}
