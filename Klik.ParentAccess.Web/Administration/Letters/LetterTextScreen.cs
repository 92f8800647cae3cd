using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Administration.Letters;

/// <summary>The page on which the school changes the text of its letters, one language at a time. For the host it is like
/// <see cref="LettersScreen"/>.</summary>
public sealed class LetterTextScreen(ICurrentSchool school, ILetterTexts own, ChangeLetterText change, PreviewLetter preview, ITexts texts)
{
    /// <summary>The text as it is; the query says in which language.</summary>
    public async Task<LettersAnswer> ShowAsync(HttpContext context)
    {
        var language = LanguageOf(context.Request.Query[LetterLinks.LanguageParameter]);
        var text = (await own.OwnAsync(context.RequestAborted)).GetValueOrDefault(language);
        var isSaved = context.Request.Query[LettersView.NoticeParameter] == LetterAction.Save;
        return Page(LetterTextForm.Of(language, text ?? LetterLanguage.Of(language).Text), [], text is not null, isSaved: isSaved);
    }

    /// <summary>Saves, shows the letter first, or takes the product's own text back.</summary>
    public async Task<LettersAnswer> PostAsync(HttpContext context)
    {
        var posted = await context.Request.ReadFormAsync(context.RequestAborted);
        var form = LetterTextForm.Of(LanguageOf(posted[LetterLinks.LanguageParameter]), posted);
        switch ((string?)posted[LetterAction.Field])
        {
            case LetterAction.Preview:
                return form.ToText().Problems() is { Count: > 0 } unreadable
                    ? await RefuseAsync(form, unreadable, context.RequestAborted)
                    : await PreviewAsync(form, context.RequestAborted);
            case LetterAction.Reset:
                await change.ExecuteAsync(form.Language, null, context.RequestAborted);
                return new LettersAnswer.SeeOther(LetterLinks.Text(context, form.Language, isSaved: true));
            default:
                var problems = await change.ExecuteAsync(form.Language, form.ToText(), context.RequestAborted);
                return problems.Count > 0
                    ? await RefuseAsync(form, problems, context.RequestAborted)
                    : new LettersAnswer.SeeOther(LetterLinks.Text(context, form.Language, isSaved: true));
        }
    }

    private string LanguageOf(string? asked) =>
        asked is not null && LetterLanguage.All.Contains(asked) ? asked : LetterLanguage.Of(school.School.Language).Code;

    private async Task<LettersAnswer> PreviewAsync(LetterTextForm form, CancellationToken cancellationToken)
    {
        var pdf = new MemoryStream();
        await preview.ExecuteAsync(form.Language, form.ToText(), pdf, cancellationToken);
        pdf.Position = 0;
        return new LettersAnswer.Pdf(pdf, texts["parent-letter-preview"] + ".pdf");
    }

    private async Task<LettersAnswer> RefuseAsync(LetterTextForm form, IReadOnlyList<LetterTextProblem> problems, CancellationToken cancellationToken) =>
        Page(form, problems, (await own.OwnAsync(cancellationToken)).ContainsKey(form.Language), StatusCodes.Status422UnprocessableEntity);

    private LettersAnswer.Shown Page(
        LetterTextForm form, IReadOnlyList<LetterTextProblem> problems, bool isOwn, int status = StatusCodes.Status200OK, bool isSaved = false) =>
        new(PageView.Of<LetterTextPage>(
            texts["Text of the letters"],
            (nameof(LetterTextPage.Form), form),
            (nameof(LetterTextPage.Problems), problems),
            (nameof(LetterTextPage.IsOwn), isOwn),
            (nameof(LetterTextPage.IsSaved), isSaved)) with { StatusCode = status });
}
