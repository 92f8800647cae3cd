using System.Net;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>The parents of one student, who use the code in their letter at the same moment, and try again whatever was not answered.</summary>
/// <param name="newVisitor">Gives a browser at the school.</param>
/// <param name="student">The student.</param>
/// <param name="code">The code in the letter.</param>
/// <param name="parents">How many there are; a letter has two seats.</param>
internal sealed class LetterFamily(Func<SchoolVisitor> newVisitor, TestStudent student, string code, int parents)
{
    private readonly List<VisitedPage> _others = [];

    public TestStudent Student => student;

    /// <summary>The parents of whom the portal said that they are linked.</summary>
    public int Linked { get; private set; }

    /// <summary>The parents to whom it said that the code is not good (any more).</summary>
    public int Refused { get; private set; }

    /// <summary>Every other answer.</summary>
    public IReadOnlyList<VisitedPage> Others => _others;

    /// <summary>Requests that got no answer at all.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Until each parent has had an answer.</summary>
    public Task WorkAsync() => Task.WhenAll(Enumerable.Range(0, parents).Select(LinkAsync));

    private async Task LinkAsync(int parent)
    {
        while (true)
        {
            var answer = await TryAsync(parent);
            lock (_others)
            {
                switch (answer)
                {
                    case { Status: HttpStatusCode.SeeOther }:
                        Linked++;
                        return;
                    case { Status: HttpStatusCode.UnprocessableEntity } refused when IsAskedToLink(refused):
                        Refused++;
                        return;
                    case null:
                        Unanswered++;
                        break;
                    case { } other:
                        _others.Add(other);
                        break;
                }
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private async Task<VisitedPage?> TryAsync(int parent)
    {
        // A browser of its own each time: what the killed one had begun is not gone on with.
        using var browser = newVisitor();
        browser.Plan = Persona.Gmail($"ouder{parent}.van.{student.UserName}@gmail.com");
        try
        {
            var form = await browser.FollowLetterAsync(code);
            if (form.Status != HttpStatusCode.OK || !IsAskedToLink(form))
            {
                return form;
            }

            using var answer = await browser.PressAsync(form, "/a/link", ("displayName", $"Ouder {parent}"));
            return await VisitedPage.ReadAsync(new Uri(form.Address, "link"), answer);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static bool IsAskedToLink(VisitedPage page) => page.Address.AbsolutePath.EndsWith("/a/link", StringComparison.Ordinal);
}
