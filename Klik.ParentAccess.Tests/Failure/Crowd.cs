using System.Net;
using Klik.ParentAccess.Tests.Letters;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>Students who invite and families who use their letters while something fails, at a school of either host.</summary>
internal sealed class Crowd
{
    /// <summary>How many parents a letter lets in.</summary>
    public const int Seats = 2;

    private Crowd(IReadOnlyList<InvitingStudent> students, IReadOnlyList<LetterFamily> families) => (Students, Families) = (students, families);

    public IReadOnlyList<InvitingStudent> Students { get; }

    public IReadOnlyList<LetterFamily> Families { get; }

    /// <summary>The requests so far that were answered with yes.</summary>
    public int Answered => Students.Sum(student => student.Accepted.Count) + Families.Sum(family => family.Linked);

    /// <summary>The answers that students got so far and that were neither yes nor a reason.</summary>
    public int Turned => Students.Sum(student => student.Others.Count);

    /// <summary>The requests so far that got no answer at all.</summary>
    public int Unanswered => Students.Sum(student => student.Unanswered) + Families.Sum(family => family.Unanswered);

    /// <summary>The addresses of which students were told that they are invited.</summary>
    public IEnumerable<string> Invited => Students.SelectMany(student => student.Accepted);

    /// <summary>The families whose turn it has been.</summary>
    public IReadOnlyList<LetterFamily> Linked => [.. Families.Where(family => family.Linked > 0)];

    /// <param name="school">Where they come.</param>
    /// <param name="students">How many students invite.</param>
    /// <param name="families">How many families have a letter.</param>
    /// <param name="parents">How many parents the family of a number has; as many as the letter lets in, if it is not said.</param>
    /// <param name="rest">How long students rest between two invitations: on a fast machine they are through with a day's otherwise.</param>
    public static async Task<Crowd> GatherAsync(ILetterSchool school, int students, int families, Func<int, int>? parents = null, TimeSpan rest = default)
    {
        var inviting = new List<InvitingStudent>();
        for (var i = 0; i < students; i++)
        {
            inviting.Add(new InvitingStudent(school.NewVisitor, await school.AddStudentAsync(), rest));
        }

        var withLetter = new List<LetterFamily>();
        for (var i = 0; i < families; i++)
        {
            var student = await school.AddStudentAsync();
            withLetter.Add(new LetterFamily(school.NewVisitor, student, await school.MakeLetterAsync(student), parents?.Invoke(i) ?? Seats));
        }

        return new Crowd(inviting, withLetter);
    }

    /// <summary>All of them at work: the students beside each other, the families in some lines, until told to stop.</summary>
    public IReadOnlyList<Task> Work(int lines, CancellationToken stop) =>
    [
        .. Students.Select(student => student.WorkAsync(stop)),
        .. Enumerable.Range(0, lines).Select(line => LinkAsync(Families.Where((_, at) => at % lines == line), stop)),
    ];

    /// <summary>Waits until so many more requests were answered with yes, and until every student has begun: signing in is not what is
    /// disturbed, and in an Orchard site not our page.</summary>
    public async Task UntilAnsweredAsync(int more)
    {
        await UntilAsync(() => Answered, Answered + more);
        await UntilAsync(() => Students.Count(student => student.Accepted.Count > 0), Students.Count);
    }

    /// <summary>Waits until students got so many more answers that were neither yes nor a reason.</summary>
    public Task UntilTurnedAsync(int more) => UntilAsync(() => Turned, Turned + more);

    /// <summary>Every request was answered, with yes or with 503 and when to come back; and now that all is well again, every one with yes.</summary>
    public async Task AssertOnlyUnavailableAsync()
    {
        var settled = Turned;
        foreach (var student in Students)
        {
            using var more = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            await student.WorkAsync(more.Token);
        }

        var others = Students.SelectMany(student => student.Others).Concat(Families.SelectMany(family => family.Others)).ToList();
        Assert.All(others, page => Assert.True(page.Status == HttpStatusCode.ServiceUnavailable, $"{page.Status} at {page.Address.AbsolutePath}: {page.Html}"));
        Assert.All(others, page => Assert.Equal(TimeSpan.FromSeconds(10), page.RetryAfter));
        Assert.Equal(settled, Turned);
        Assert.Equal(0, Unanswered);
    }

    /// <summary>Waits until a count is high enough.</summary>
    public static async Task UntilAsync(Func<int> count, int enough)
    {
        for (var i = 0; i < 6000 && count() < enough; i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.True(count() >= enough, $"The host does not get on: {count()} of {enough}.");
    }

    private static async Task LinkAsync(IEnumerable<LetterFamily> families, CancellationToken stop)
    {
        foreach (var family in families.TakeWhile(_ => !stop.IsCancellationRequested))
        {
            await family.WorkAsync();
        }
    }
}
