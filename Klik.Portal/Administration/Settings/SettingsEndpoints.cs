using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.Portal.Schools;

namespace Klik.Portal.Administration.Settings;

/// <summary>The school's settings.</summary>
internal static class SettingsEndpoints
{
    private const string Saved = "saved";

    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AdministrationPaths.Settings, Show);
        routes.MapPost(AdministrationPaths.Settings, SaveAsync);
        routes.MapPost(AdministrationPaths.SettingsPreview, PreviewAsync);
    }

    private static IResult Show(string? notice, ICurrentSchool school, IPages pages, ITexts texts) =>
        Page(pages, texts, SettingsForm.Of(school.School), SettingsProblems.None, isSaved: notice == Saved);

    private static async Task<IResult> SaveAsync(HttpContext context, ICurrentSchool school, EfSchools schools, IPages pages, ITexts texts)
    {
        var form = await SettingsForm.ReadAsync(context.Request);
        var problems = form.Apply(school.School, texts.Languages.Select(known => known.Tag), out var changed);
        if (problems.IsAny)
        {
            return Page(pages, texts, form, problems, StatusCodes.Status422UnprocessableEntity);
        }

        return await schools.SaveAsync(changed, context.RequestAborted)
            ? Answers.SeeOther(context, AdministrationPaths.Settings + QueryString.Create("notice", Saved))
            : Answers.NotFound(pages, texts);
    }

    /// <summary>The same form with the colour as it was typed; nothing is saved.</summary>
    private static async Task<IResult> PreviewAsync(HttpContext context, ICurrentSchool school, IPages pages, ITexts texts)
    {
        var form = await SettingsForm.ReadAsync(context.Request);
        var problems = form.Apply(school.School, texts.Languages.Select(known => known.Tag), out _);
        return Page(pages, texts, form, SettingsProblems.None with { AccentColor = problems.AccentColor });
    }

    private static IResult Page(
        IPages pages, ITexts texts, SettingsForm form, SettingsProblems problems, int status = StatusCodes.Status200OK, bool isSaved = false) =>
        pages.Show(PageView.Of<SettingsPage>(
            texts["School settings"],
            (nameof(SettingsPage.Form), form),
            (nameof(SettingsPage.Problems), problems),
            (nameof(SettingsPage.IsSaved), isSaved)) with { StatusCode = status });
}
