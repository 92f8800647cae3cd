using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>What an administrator does on the page of letters of either host.</summary>
internal static class LetterOffice
{
    /// <summary>Makes the PDF of the whole school, and waits for it.</summary>
    /// <param name="administrator">Who is signed in.</param>
    /// <param name="path">Where the host has the page.</param>
    public static async Task<VisitedPage> MakeLettersAsync(this SchoolVisitor administrator, string path) =>
        await administrator.EndedAsync(await administrator.SubmitAsync(await administrator.OpenAsync(path), path, ("do", "make"), ("whom", "school"), ("choice", "")));

    /// <summary>Presses a button of one student's letter, and waits for a PDF that it makes.</summary>
    /// <param name="administrator">Who is signed in.</param>
    /// <param name="path">Where the host has the page.</param>
    /// <param name="student">Whose letter.</param>
    /// <param name="action">What the button does.</param>
    public static async Task<VisitedPage> PressLetterAsync(this SchoolVisitor administrator, string path, TestStudent student, string action) =>
        await administrator.EndedAsync(await administrator.SubmitAsync(await administrator.OpenAsync(path), path, ("do", action), ("student", student.Id)));

    private static async Task<VisitedPage> EndedAsync(this SchoolVisitor administrator, VisitedPage page)
    {
        for (var i = 0; i < 600; i++)
        {
            if (!page.Html.Contains("A PDF is being made", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await administrator.OpenAsync(page.Address.AbsoluteUri);
        }

        throw new TimeoutException("The letters are not made within a minute.");
    }
}
