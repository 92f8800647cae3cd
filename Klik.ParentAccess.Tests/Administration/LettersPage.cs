using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Administration;

/// <summary>What an administrator of the portal does on the page of letters.</summary>
internal static class LettersPage
{
    /// <summary>The page.</summary>
    public const string Path = "/admin/letters";

    /// <summary>An administrator of the school, signed in.</summary>
    public static async Task<Visitor> SignedInAdministratorAsync(this TestSchool school)
    {
        var administrator = school.NewVisitor();
        await administrator.SignInAsAdministratorAsync();
        return administrator;
    }

    /// <summary>Makes the PDF of the whole school, and waits for it.</summary>
    public static async Task<VisitedPage> MakeAsync(this Visitor administrator) =>
        await EndedAsync(administrator, await administrator.SubmitAsync(await administrator.OpenAsync(Path), Path, ("do", "make"), ("whom", "school"), ("choice", "")));

    /// <summary>Presses a button of one student's letter, and waits for a PDF that it makes.</summary>
    public static async Task<VisitedPage> PressLetterAsync(this Visitor administrator, TestStudent student, string action) =>
        await EndedAsync(administrator, await administrator.SubmitAsync(await administrator.OpenAsync(Path), Path, ("do", action), ("student", student.Id)));

    /// <summary>The path of the PDF that the page offers.</summary>
    public static string PathOfPdf(VisitedPage page) => "/" + string.Join('/', new Uri(page.LinkTo("/pdf/")).AbsolutePath.Split('/')[2..]);

    /// <summary>The codes in the PDF that the page offers.</summary>
    public static async Task<IReadOnlyList<string>> CodesAsync(this Visitor administrator, VisitedPage ready) => ServedPdf.CodesIn(await TextOfAsync(administrator, ready));

    /// <summary>The text of the PDF that the page offers.</summary>
    public static async Task<string> TextOfAsync(this Visitor administrator, VisitedPage ready)
    {
        using var download = await administrator.RequestAsync(HttpMethod.Get, PathOfPdf(ready));
        return await ServedPdf.TextOfAsync(download);
    }

    /// <summary>A parent uses a code, behind the pages' back.</summary>
    public static async Task<RedeemActivationCodeResult> RedeemAsync(this TestSchool school, string name, string code)
    {
        RedeemActivationCodeResult? result = null;
        var identity = new ExternalIdentity(ExternalProvider.Google, "https://accounts.google.com", $"{school.Id} {name}", null, false);
        await school.InSchoolAsync(async services => result = await services.GetRequiredService<RedeemActivationCode>().ExecuteAsync(
            new RedeemActivationCodeRequest(new LetterParent.Newcomer(identity, name), code, null, "nl", null, null), TestContext.Current.CancellationToken));
        return result!;
    }

    private static async Task<VisitedPage> EndedAsync(Visitor administrator, VisitedPage page)
    {
        for (var i = 0; i < 600; i++)
        {
            if (!page.Text.Contains("A PDF is being made", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
            page = await administrator.OpenAsync(page.Address.AbsoluteUri);
        }

        throw new TimeoutException("The letters are not made within thirty seconds.");
    }
}
