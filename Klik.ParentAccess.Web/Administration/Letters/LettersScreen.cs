using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Jobs;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Administration.Letters;

/// <summary>
/// The page of letters of the present school (rules L1, I9). The host asks first who it is and for the form's token, gives the
/// page a path, and puts its layout around it.
/// </summary>
public sealed class LettersScreen(
    ICurrentSchool current,
    LettersOverview overview,
    ILetters letters,
    IStudents students,
    ReissueLetter reissue,
    RevokeLetter revoke,
    LetterJobs jobs,
    NameSearch searches,
    ITexts texts)
{
    private const string SecondsToReload = "3";

    private School School => current.School;

    /// <summary>The page as it stands now.</summary>
    /// <param name="context">The request; its query says which part is looked at.</param>
    public async Task<LettersAnswer> ShowAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var view = ViewOf(name => query[name]);
        var job = jobs.Find(School);
        if (view.Follows && job is { State: LetterJobState.Running })
        {
            context.Response.Headers["Refresh"] = SecondsToReload;
        }

        var (list, number) = view.List == LettersList.Letters
            ? Listed(nameof(LettersPage.Letters), await ReadAsync(view, letters.ListAsync, context.RequestAborted))
            : Listed(nameof(LettersPage.Students), await ReadAsync(view, students.ListAsync, context.RequestAborted));
        return new LettersAnswer.Shown(PageView.Of<LettersPage>(
            texts["Parent letters"],
            list,
            (nameof(LettersPage.View), view with { Number = number }),
            (nameof(LettersPage.Overview), await overview.ExecuteAsync(context.RequestAborted)),
            (nameof(LettersPage.Job), job),
            (nameof(LettersPage.News), Enum.TryParse<LettersNotice>(query[LettersView.NoticeParameter], out var news) && Enum.IsDefined(news) ? news : null)));
    }

    /// <summary>Does what a button of the page asks for.</summary>
    /// <param name="context">The request; its form has not been read, or is small.</param>
    public async Task<LettersAnswer> PostAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var view = ViewOf(name => form[name]);
        string? action = form[LetterAction.Field];
        if (action == LetterAction.Search)
        {
            var token = searches.ToToken(School.Id, form["search"]);
            return new LettersAnswer.SeeOther((view with { SearchToken = token, Number = 1 }).ToPath(context));
        }

        LettersNotice? notice = action switch
        {
            LetterAction.Make => Make(form),
            LetterAction.Delete => Delete(),
            LetterAction.Print or LetterAction.Reissue or LetterAction.Withdraw => await ForStudentAsync(action, form["student"], context.RequestAborted),
            _ => null,
        };
        return new LettersAnswer.SeeOther(view.ToPath(context, notice));
    }

    /// <summary>A PDF to download.</summary>
    public LettersAnswer Download(HttpContext context, Guid id) => jobs.Open(School, id) is { } content
        ? new LettersAnswer.Pdf(content, texts["parent-letters"] + ".pdf")
        : new LettersAnswer.SeeOther(new LettersView(LettersList.Letters).ToPath(context, LettersNotice.NoPdf));

    private static ((string, object?), int) Listed<TItem>(string parameter, Page<TItem> page) => ((parameter, page), page.Number);

    /// <summary>Reads the page that is asked for, or the last one where the list has become shorter.</summary>
    private static async Task<Page<TItem>> ReadAsync<TItem>(
        LettersView view, Func<PageRequest, CancellationToken, Task<Page<TItem>>> list, CancellationToken cancellationToken)
    {
        var request = new PageRequest(view.Number, Search: view.Search);
        var page = await list(request, cancellationToken);
        return page.Items.Count > 0 || page.Number == 1 ? page : await list(request with { Number = page.Count }, cancellationToken);
    }

    private LettersView ViewOf(Func<string, string?> value)
    {
        var token = value(LettersView.SearchParameter);
        searches.TryRead(School.Id, token, out var search);
        return LettersView.Read(value(LettersView.ListParameter), search, token, value(LettersView.NumberParameter), value(LettersView.FollowParameter) == "true");
    }

    private LettersNotice? Make(IFormCollection form) =>
        LetterWhom.Read(form[LetterWhom.Field]) is not { } selection ? null
        : Start(selection, form[LetterWhom.ChoiceField] == LetterWhom.UnusedSeats ? LetterChoice.WithUnusedSeats : LetterChoice.All) ? null
        : LettersNotice.Busy;

    private LettersNotice Delete()
    {
        jobs.Delete(School);
        return LettersNotice.Deleted;
    }

    private async Task<LettersNotice?> ForStudentAsync(string action, string? student, CancellationToken cancellationToken)
    {
        if (!StudentId.TryParse(student, out var id) || await students.FindAsync(id, cancellationToken) is not { } found)
        {
            return LettersNotice.Gone;
        }

        if (action == LetterAction.Withdraw)
        {
            // Also where the student was first: that is the student's alone to know.
            await revoke.ExecuteAsync(id, cancellationToken);
            return LettersNotice.Withdrawn;
        }

        if (!found.IsActive)
        {
            return LettersNotice.Gone;
        }

        if (action == LetterAction.Print)
        {
            return Start(new LetterSelection.OneStudent(id), LetterChoice.All) ? null : LettersNotice.Busy;
        }

        // A letter that is used up or withdrawn is not issued anew here; the PDF gets a new one then, and the page says the same,
        // because who has used a letter is not the administrator's to know (rule I9).
        await reissue.ExecuteAsync(id, School.Language, cancellationToken);
        return Start(new LetterSelection.OneStudent(id), LetterChoice.All) ? LettersNotice.Reissued : LettersNotice.ReissuedNotPrinted;
    }

    private bool Start(LetterSelection selection, LetterChoice choice) => jobs.TryStart(School, new LetterOrder(selection, choice, School.Language));
}
