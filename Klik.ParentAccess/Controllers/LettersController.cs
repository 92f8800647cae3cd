using Klik.ParentAccess.Web.Administration.Letters;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Modules;

namespace Klik.ParentAccess.Controllers;

/// <summary>Parent letters, among the administrator's screens (rule L1). Orchard's own filter asks each form for its token.</summary>
[Admin]
[Feature(Features.Letters)]
[RequestSizeLimit(LongestForm)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LettersController(LettersScreen letters, LetterTextScreen text, IAuthorizationService authorization) : Controller
{
    private const string Path = "ParentAccess/Letters";
    private const int LongestForm = 64 * 1024;

    /// <summary>The PDF, for whom one is made, and the lists.</summary>
    [HttpGet]
    [Admin(Path, "ParentAccessLetters")]
    public Task<IActionResult> Index() => AnswerAsync(() => letters.ShowAsync(HttpContext));

    /// <summary>What a button asks for.</summary>
    [HttpPost]
    [ActionName(nameof(Index))]
    public Task<IActionResult> Post() => AnswerAsync(() => letters.PostAsync(HttpContext));

    /// <summary>A PDF to download.</summary>
    [HttpGet]
    [Admin(Path + LetterLinks.PdfPart + "/{id:guid}", "ParentAccessLettersPdf")]
    public Task<IActionResult> Pdf(Guid id) => AnswerAsync(() => Task.FromResult(letters.Download(HttpContext, id)));

    /// <summary>The text of letters.</summary>
    [HttpGet]
    [Admin(Path + LetterLinks.TextPart, "ParentAccessLettersText")]
    public Task<IActionResult> Text() => AnswerAsync(() => text.ShowAsync(HttpContext));

    /// <summary>Changes the text, or shows what it looks like.</summary>
    [HttpPost]
    [ActionName(nameof(Text))]
    public Task<IActionResult> PostText() => AnswerAsync(() => text.PostAsync(HttpContext));

    private async Task<IActionResult> AnswerAsync(Func<Task<LettersAnswer>> answer) =>
        !await authorization.AuthorizeAsync(User, LetterPermissions.MakeParentLetters) ? Forbid() : await answer() switch
        {
            LettersAnswer.SeeOther(var path) => this.SeeOther(path),
            LettersAnswer.Shown(var page) => this.Screen(page),
            LettersAnswer.Pdf(var content, var name) => File(content, LettersAnswer.Pdf.ContentType, name),
            _ => throw new InvalidOperationException("An answer that is not known."),
        };
}
