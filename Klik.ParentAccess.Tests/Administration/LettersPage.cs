using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Administration;

/// <summary>What an administrator of the portal does on the page of letters.</summary>
internal static class LettersPage
{
    /// <summary>The page.</summary>
    public const string Path = "/admin/letters";

    /// <summary>Makes the PDF of the whole school, and waits for it.</summary>
    public static Task<VisitedPage> MakeAsync(this Visitor administrator) => administrator.MakeLettersAsync(Path);

    /// <summary>Presses a button of one student's letter, and waits for a PDF that it makes.</summary>
    public static Task<VisitedPage> PressAsync(this Visitor administrator, TestStudent student, string action) =>
        administrator.PressLetterAsync(Path, student, action);

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
        await school.InSchoolAsync(async services => result = await services.RedeemAsync($"{school.Id} {name}", name, code));
        return result!;
    }
}
