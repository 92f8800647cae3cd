using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.OwnAccounts;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Sessions;
using Klik.ParentAccess.Web.StudentRecords;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Web.Parents;

/// <summary>The pages on which a parent looks along (rules I6, I14, I15). A parent who no longer has access loses the session at
/// the first of them that is asked for (rules I4, I7).</summary>
internal static class ParentEndpoints
{
    private const string StudentRoute = "/students/{student}";

    public static void MapParents(this RouteGroupBuilder routes)
    {
        var parents = routes.MapGroup(SchoolPaths.Parents).AddEndpointFilter<ParentFilter>();
        parents.MapGet("", ShowOverviewAsync);
        parents.MapGet(StudentRoute, ShowStudentAsync);
        parents.MapPart<GradesPage, IReadOnlyList<Grade>>(StudentPart.Grades, (records, student, cancel) => records.GradesAsync(student, cancel));
        parents.MapPart<ProgressPage, IReadOnlyList<LearningLine>>(StudentPart.Progress, (records, student, cancel) => records.ProgressAsync(student, cancel));
        parents.MapPart<AssessmentsPage, IReadOnlyList<Assessment>>(StudentPart.Assessments, (records, student, cancel) => records.AssessmentsAsync(student, cancel));
        parents.MapPart<GoalsPage, IReadOnlyList<Goal>>(StudentPart.Goals, (records, student, cancel) => records.GoalsAsync(student, cancel));
        parents.MapPart<LinksPage, IReadOnlyList<PersonalLink>>(StudentPart.Links, (records, student, cancel) => records.LinksAsync(student, cancel));
        parents.MapPart<ConversationsPage, IReadOnlyList<Conversation>>(StudentPart.Conversations, (records, student, cancel) => records.ConversationsAsync(student, cancel));
        parents.MapSettings();
        parents.MapOwnSignInSettings();
    }

    /// <summary>The session of a parent without access is over (rules I4, I7); the page says what can be done (rule I11). Whoever has
    /// signed out elsewhere signs in anew.</summary>
    public static async Task<IResult> EndSessionAsync(HttpContext context, IPeople people)
    {
        await people.SignOutAsync(context);
        return context.RequestServices.GetRequiredService<PresentSession>().HasEnded ? Answers.SessionEnded(context) : Answers.NoAccess(context);
    }

    private static void MapPart<TPage, T>(
        this RouteGroupBuilder parents,
        StudentPart part,
        Func<IStudentRecords, StudentId, CancellationToken, Task<T>> read)
        where TPage : StudentPage<T> =>
        parents.MapGet(
            StudentRoute + ParentPaths.Segment(part),
            async (string student, HttpContext context, OpenStudentPart open, IPeople people, IPages pages, ITexts texts) =>
                StudentPathSegment.TryParse(student, out var id)
                    ? await ShowAsync<TPage, T>(
                        await open.ExecuteAsync(people.Parent(context)!, id, part, (records, cancel) => read(records, id, cancel), context.RequestAborted),
                        part,
                        context,
                        people,
                        pages,
                        texts)
                    : Answers.NotFound(pages, texts));

    private static async Task<IResult> ShowOverviewAsync(HttpContext context, ParentOverview overview, IPeople people, IPages pages, ITexts texts) =>
        await overview.ExecuteAsync(people.Parent(context)!, context.RequestAborted) is { } children
            ? pages.Show(PageView.Of<ChildrenPage>(
                texts.Plural(children.Count, "Your child", "Your children"),
                (nameof(ChildrenPage.Paths), ParentPaths.Of(context)),
                (nameof(ChildrenPage.Children), children)))
            : await EndSessionAsync(context, people);

    private static async Task<IResult> ShowStudentAsync(string student, HttpContext context, OpenStudent open, IPeople people, IPages pages, ITexts texts) =>
        StudentPathSegment.TryParse(student, out var id)
            ? await ShowAsync<StudentFrontPage, StudentSummary>(
                await open.ExecuteAsync(people.Parent(context)!, id, context.RequestAborted),
                StudentPart.Overview,
                context,
                people,
                pages,
                texts)
            : Answers.NotFound(pages, texts);

    private static async Task<IResult> ShowAsync<TPage, T>(
        OpenStudentPartResult<T> result,
        StudentPart part,
        HttpContext context,
        IPeople people,
        IPages pages,
        ITexts texts)
        where TPage : StudentPage<T> => result switch
        {
            OpenStudentPartResult<T>.Opened opened => pages.Show(PageView.Of<TPage>(
                part == StudentPart.Overview ? opened.Student.DisplayName : $"{opened.Student.GivenName}: {part.NameIn(texts)}",
                (nameof(StudentPage<>.Paths), ParentPaths.Of(context)),
                (nameof(StudentPage<>.Student), opened.Student),
                (nameof(StudentPage<>.Content), opened.Content))),
            OpenStudentPartResult<T>.NoAccess => await EndSessionAsync(context, people),
            _ => new RefusedResult(Answers.NotFound(pages, texts), Refusal.NotLinked),
        };
}
