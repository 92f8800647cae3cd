using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Letters;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.Parents;

/// <summary>A parent's own account: settings (rules L8, P8), what is kept of the parent, and deleting it (rule I13).</summary>
internal static class SettingsEndpoints
{
    /// <summary>Ticked when news may come by e-mail.</summary>
    public const string EmailField = "notifyByEmail";

    /// <summary>Ticked when news may come by push notification.</summary>
    public const string PushField = "notifyByPush";

    private const string Route = "/settings";
    private const string FileName = "klik-my-data.json";

    private static readonly JsonSerializerOptions FileFormat = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // For people to read: names keep their accents. Signs that mean something in HTML stay escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Maps the pages below those of the parent.</summary>
    public static void MapSettings(this RouteGroupBuilder parents)
    {
        parents.MapGet(Route, ShowSettingsAsync);
        parents.MapPost(Route, ChangeSettingsAsync);
        parents.MapPost(Route + ParentPaths.SignOutElsewhere, SignOutElsewhereAsync);
        parents.MapGet(Route + ParentPaths.Data, ShowDataAsync);
        parents.MapGet(Route + ParentPaths.DataFile, DownloadDataAsync);
        parents.MapGet(Route + ParentPaths.Delete, ConfirmDeletionAsync);
        parents.MapPost(Route + ParentPaths.Delete, DeleteAccountAsync);
    }

    /// <summary>Maps the page that a parent sees after deleting the account, who is nobody here by then.</summary>
    public static void MapAccountDeleted(this RouteGroupBuilder routes) =>
        routes.MapGet(SchoolPaths.AccountDeleted, (IPages pages, ITexts texts) =>
            pages.Show(PageView.Of<AccountDeletedPage>(texts["Your account has been deleted"])));

    private static async Task<IResult> ShowSettingsAsync(
        HttpContext context, SettingsOfParent query, SessionsOfParent sessions, OfferedLetters letters, IPeople people, IPages pages, ITexts texts) =>
        await query.ExecuteAsync(people.Parent(context)!, context.RequestAborted) is { } settings
            ? pages.Show(PageView.Of<SettingsPage>(
                texts["Settings"],
                (nameof(SettingsPage.Paths), ParentPaths.Of(context)),
                (nameof(SettingsPage.Settings), settings),
                (nameof(SettingsPage.HasOwnAccount), people.OwnAccount(context) is not null),
                (nameof(SettingsPage.OffersLetters), letters.IsOffered),
                (nameof(SettingsPage.Sessions), await sessions.ExecuteAsync(people.Parent(context)!, context.RequestAborted)),
                (nameof(SettingsPage.SignedOutElsewhereWithin), people.SignedOutElsewhereWithin),
                (nameof(SettingsPage.News), SettingsNewsWords.Read(context.Request.Query))))
            : await ParentEndpoints.EndSessionAsync(context, people);

    private static async Task<IResult> ChangeSettingsAsync(
        IFormCollection form,
        HttpContext context,
        ChangeParentSettings change,
        RequestLanguage languages,
        IPeople people)
    {
        var language = languages.Find(form[LanguageNames.LanguageField])?.Tag;
        var preferences = new NotificationPreferences(IsTicked(form, EmailField), IsTicked(form, PushField));
        if (!await change.ExecuteAsync(people.Parent(context)!, language, preferences, context.RequestAborted))
        {
            return await ParentEndpoints.EndSessionAsync(context, people);
        }

        // What this browser was told before would otherwise go before the choice just made.
        languages.Remember(context, language);
        return Answers.SeeOther(context, SettingsNewsWords.PathTo(SettingsNews.Saved));
    }

    private static async Task<IResult> SignOutElsewhereAsync(HttpContext context, SettingsOfParent query, IPeople people)
    {
        if (await query.ExecuteAsync(people.Parent(context)!, context.RequestAborted) is null)
        {
            return await ParentEndpoints.EndSessionAsync(context, people);
        }

        await people.SignOutElsewhereAsync(context);
        return Answers.SeeOther(context, SettingsNewsWords.PathTo(SettingsNews.SignedOutElsewhere));
    }

    private static async Task<IResult> ShowDataAsync(HttpContext context, ExportParentData export, IPeople people, IPages pages, ITexts texts) =>
        await export.ExecuteAsync(people.Parent(context)!, people.OwnAccount(context), context.RequestAborted) is { } data
            ? pages.Show(PageView.Of<MyDataPage>(
                texts["What is kept of you"],
                (nameof(MyDataPage.Paths), ParentPaths.Of(context)),
                (nameof(MyDataPage.Content), data)))
            : await ParentEndpoints.EndSessionAsync(context, people);

    private static async Task<IResult> DownloadDataAsync(HttpContext context, ExportParentData export, IPeople people) =>
        await export.ExecuteAsync(people.Parent(context)!, people.OwnAccount(context), context.RequestAborted) is { } data
            ? Results.File(JsonSerializer.SerializeToUtf8Bytes(data, FileFormat), "application/json", FileName)
            : await ParentEndpoints.EndSessionAsync(context, people);

    private static async Task<IResult> ConfirmDeletionAsync(HttpContext context, SettingsOfParent query, IPeople people, IPages pages, ITexts texts) =>
        await query.ExecuteAsync(people.Parent(context)!, context.RequestAborted) is { } settings
            ? pages.Show(PageView.Of<DeleteAccountPage>(
                texts["Delete my account"],
                (nameof(DeleteAccountPage.Paths), ParentPaths.Of(context)),
                (nameof(DeleteAccountPage.UserName), settings.UserName)))
            : await ParentEndpoints.EndSessionAsync(context, people);

    private static async Task<IResult> DeleteAccountAsync(HttpContext context, DeleteParentAccount delete, CheckPresentSession check, IPeople people)
    {
        if (!await check.ExecuteAsync(context.RequestAborted))
        {
            return await ParentEndpoints.EndSessionAsync(context, people);
        }

        await delete.ExecuteAsync(people.Parent(context)!, people.OwnAccount(context), context.RequestAborted);
        await people.SignOutAsync(context);
        return Answers.SeeOther(context, SchoolPaths.AccountDeleted);
    }

    private static bool IsTicked(IFormCollection form, string field) => form[field].Contains("true");
}
