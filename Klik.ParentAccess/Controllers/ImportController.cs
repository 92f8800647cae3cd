using Klik.ParentAccess.Web.Administration.Import;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Admin;
using OrchardCore.Modules;

namespace Klik.ParentAccess.Controllers;

/// <summary>The import of student records, among the administrator's screens.</summary>
[Admin]
[Feature(Features.StudentRecords)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ImportController(ImportScreen screen, IAuthorizationService authorization) : Controller
{
    /// <summary>What runs or ran last, and the form.</summary>
    [HttpGet]
    [Admin("ParentAccess/Import", "ParentAccessImport")]
    public async Task<IActionResult> Index() => await MayImportAsync() ? this.Screen(await screen.ShowAsync(HttpContext)) : Forbid();

    /// <summary>
    /// Begins to import what is uploaded. The screen asks for the form's token and holds the size: Orchard's own filter would take
    /// the whole upload in before it is asked who it is, and the server breaks off without a word.
    /// </summary>
    [HttpPost]
    [ActionName(nameof(Index))]
    [IgnoreAntiforgeryToken]
    [DisableRequestSizeLimit]
    [RequestFormLimits(MultipartBodyLengthLimit = ImportUpload.MaxRequestBytes)]
    public async Task<IActionResult> Upload() => !await MayImportAsync() ? Forbid() : await screen.UploadAsync(HttpContext) switch
    {
        ImportAnswer.Started(var path) => this.SeeOther(path),
        ImportAnswer.Refused(var page) => this.Screen(page),
        _ => StatusCode(StatusCodes.Status411LengthRequired),
    };

    private Task<bool> MayImportAsync() => authorization.AuthorizeAsync(User, ImportPermissions.ImportStudentRecords);
}
