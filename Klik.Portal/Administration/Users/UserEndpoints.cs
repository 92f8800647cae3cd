using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Web.Administration;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Klik.Portal.Administration.Users;

/// <summary>
/// User management: students, whom the administrator makes active or inactive (rule I7), and parents by user name and status,
/// to whom the administrator does nothing and of whom nothing else is known here (rule I9).
/// </summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(AdministrationPaths.Users, ShowAsync);
        routes.MapPost(AdministrationPaths.UserSearch, SearchAsync);
        routes.MapPost(AdministrationPaths.StudentState, SetStateAsync);
    }

    private static async Task<IResult> ShowAsync(
        [FromQuery(Name = UserListView.ListParameter)] string? list,
        [FromQuery(Name = UserListView.SearchParameter)] string? token,
        [FromQuery(Name = UserListView.NumberParameter)] string? number,
        [FromQuery(Name = UserListView.NoticeParameter)] string? notice,
        HttpContext context, ICurrentSchool school, NameSearch searches, IStudents students, IParentAccounts parents, IPages pages, ITexts texts)
    {
        var isSearch = searches.TryRead(school.School.Id, token, out var search);
        var view = new UserListView(UserListView.ReadList(list), search, isSearch ? token : null, UserListView.ReadNumber(number));
        var page = view.List == UserList.Students
            ? PageOf(nameof(UsersPage.Students), view, await ReadAsync(view, students.ListAsync, context.RequestAborted), notice, texts)
            : PageOf(nameof(UsersPage.Parents), view, await ReadAsync(view, parents.ListAsync, context.RequestAborted), notice, texts);
        return pages.Show(page);
    }

    private static async Task<IResult> SearchAsync(HttpContext context, ICurrentSchool school, NameSearch searches)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var list = UserListView.ReadList(form[UserListView.ListParameter]);
        return Answers.SeeOther(context, new UserListView(list, SearchToken: searches.ToToken(school.School.Id, form["search"])).ToPath());
    }

    private static async Task<IResult> SetStateAsync(HttpContext context, ICurrentSchool school, NameSearch searches, IStudents students)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string? token = form[UserListView.SearchParameter];
        var isSearch = searches.TryRead(school.School.Id, token, out _);
        var view = new UserListView(UserList.Students, SearchToken: isSearch ? token : null, Number: UserListView.ReadNumber(form[UserListView.NumberParameter]));
        var notice = StudentId.TryParse(form["student"], out var id) && bool.TryParse(form["active"], out var wanted)
            ? await SetAsync(students, id, wanted, context.RequestAborted)
            : UserNotice.Gone;
        return Answers.SeeOther(context, view.ToPath(notice));
    }

    private static async Task<UserNotice> SetAsync(IStudents students, StudentId id, bool active, CancellationToken cancellationToken)
    {
        if (!await students.SetActiveAsync(id, active, cancellationToken))
        {
            return UserNotice.Gone;
        }

        if (!active)
        {
            return UserNotice.MadeInactive;
        }

        return await students.FindAsync(id, cancellationToken) is { IsActive: true } ? UserNotice.MadeActive : UserNotice.InactiveInSource;
    }

    /// <summary>Reads the page that is asked for, or the last one where the list has become shorter.</summary>
    private static async Task<Page<TItem>> ReadAsync<TItem>(
        UserListView view, Func<PageRequest, CancellationToken, Task<Page<TItem>>> list, CancellationToken cancellationToken)
    {
        var request = new PageRequest(view.Number, Search: view.Search);
        var page = await list(request, cancellationToken);
        return page.Items.Count > 0 || page.Number == 1 ? page : await list(request with { Number = page.Count }, cancellationToken);
    }

    private static PageView PageOf<TItem>(string parameter, UserListView view, Page<TItem> list, string? notice, ITexts texts) =>
        PageView.Of<UsersPage>(
            texts["Users"],
            (parameter, list),
            (nameof(UsersPage.View), view with { Number = list.Number }),
            (nameof(UsersPage.News), Enum.TryParse<UserNotice>(notice, out var news) && Enum.IsDefined(news) ? news : null));
}
