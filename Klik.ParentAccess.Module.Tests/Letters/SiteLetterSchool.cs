using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>A site, in words of letters.</summary>
internal sealed class SiteLetterSchool(SiteSchool school) : ILetterSchool
{
    public SchoolVisitor NewVisitor() => school.NewVisitor();

    public Task<TestStudent> AddStudentAsync(string givenName = "Sanne", DateOnly? birthDate = null) => LetterVisits.AddStudentAsync(school, givenName, birthDate);

    public Task<string> MakeLetterAsync(TestStudent student) => LetterVisits.MakeLetterAsync(school, student);

    public async Task<SchoolVisitor> SignedInAsync(TestStudent student) => await LetterVisits.SignedInAsync(school, student);

    public async Task AllowOwnAccountsAsync(bool allows)
    {
        using var administrator = await school.NewAdministratorAsync();
        await administrator.SaveSettingsAsync(("ISite.ParentAccessSettings.AllowsOwnAccounts", allows ? "true" : "false"));
    }

    public Task RestartAsync() => school.RestartAsync();
}
