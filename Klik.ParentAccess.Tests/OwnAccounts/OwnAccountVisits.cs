using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.OwnAccounts;

/// <summary>What people do with own accounts, over HTTP.</summary>
internal static class OwnAccountVisits
{
    public const string Password = "paarse olifant fietst";

    /// <summary>A school that allows own accounts, by its administrator's tick.</summary>
    public static async Task<TestSchool> NewOpenSchoolAsync(this RunningPortal portal)
    {
        var school = await portal.NewSchoolAsync();
        await school.AllowOwnAccountsAsync("true");
        return school;
    }

    public static async Task AllowOwnAccountsAsync(this TestSchool school, string tick)
    {
        using var administrator = await school.NewAdministratorAsync();
        var saved = await administrator.SubmitAsync(await administrator.OpenAsync("/admin/settings"), "/admin/settings", ("allowsOwnAccounts", tick));
        Assert.Contains("The settings are saved", saved.Text, StringComparison.Ordinal);
    }

    public static async Task<VisitedPage> RegistersAsync(this Visitor visitor, string address, string password = Password, string name = "Jan de Vries") =>
        await visitor.SubmitAsync(
            await visitor.OpenAsync("/sign-in/own/register"), "/sign-in/own/register", ("name", name), ("email", address), ("password", password));

    public static async Task<VisitedPage> SignsInOwnAsync(this Visitor visitor, string address, string password = Password) =>
        await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in/own"), "/sign-in/own", ("email", address), ("password", password));

    /// <summary>The secret in the latest mail with a link to a page.</summary>
    public static async Task<string> OwnSecretAsync(this TestSchool school, string address, string page)
    {
        var mark = $"/sign-in/own/{page}#";
        var mail = await school.MailAsync(address, text => text.Contains(mark, StringComparison.Ordinal));
        return mail.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).First(word => word.Contains(mark, StringComparison.Ordinal)).Split('#')[1];
    }

    public static async Task<VisitedPage> ConfirmsAsync(this Visitor visitor, string address, string password = Password)
    {
        var secret = await visitor.School.OwnSecretAsync(address, "confirm");
        return await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in/own/confirm"), "/sign-in/own/confirm", ("token", secret), ("password", password));
    }

    /// <summary>A parent who was invited, registered and confirmed.</summary>
    public static async Task<Visitor> OwnParentAsync(this TestSchool school, string address)
    {
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Sanne"));
        await student.InvitesAsync("Jan de Vries", address);
        var parent = school.NewVisitor();
        await parent.RegistersAsync(address);
        var page = await parent.ConfirmsAsync(address);
        Assert.Equal("/parents", page.Path);
        return parent;
    }
}
