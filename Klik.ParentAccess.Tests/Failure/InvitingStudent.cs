using System.Net;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>A student who invites one parent after the other, and tries again whatever was not answered.</summary>
/// <param name="newVisitor">Gives a browser at the school.</param>
/// <param name="student">The student.</param>
/// <param name="rest">How long the student rests between two invitations.</param>
internal sealed class InvitingStudent(Func<SchoolVisitor> newVisitor, TestStudent student, TimeSpan rest = default)
{
    private readonly List<string> _accepted = [];
    private readonly List<VisitedPage> _others = [];

    public TestStudent Student => student;

    /// <summary>The addresses of which the portal said that they are invited.</summary>
    public IReadOnlyList<string> Accepted => _accepted;

    /// <summary>Every other answer.</summary>
    public IReadOnlyList<VisitedPage> Others => _others;

    /// <summary>Requests that got no answer at all.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Goes on until told to stop, and then until the latest invitation is accepted.</summary>
    public async Task WorkAsync(CancellationToken stop)
    {
        using var browser = newVisitor();
        VisitedPage? page = null;
        while (!stop.IsCancellationRequested)
        {
            var address = $"ouder{_accepted.Count}.van.{student.UserName}@example.nl";
            while (!await TryInviteAsync(address))
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            _accepted.Add(address);
            await Task.Delay(rest, TestContext.Current.CancellationToken);
        }

        async Task<bool> TryInviteAsync(string address)
        {
            try
            {
                if (page is null)
                {
                    var profile = await browser.SignInAsStudentAsync(student.UserName);
                    if (profile.Status != HttpStatusCode.OK || !profile.Address.AbsolutePath.EndsWith("/profile/parents", StringComparison.Ordinal))
                    {
                        _others.Add(profile);
                        return false;
                    }

                    page = profile;
                }

                using var answer = await browser.PressAsync(page, "/profile/parents", ("name", "Jan de Vries"), ("email", address));
                if (answer.StatusCode == HttpStatusCode.SeeOther)
                {
                    return true;
                }

                // Invited already: by the request before this one, whose answer never came.
                var shown = await VisitedPage.ReadAsync(page.Address, answer);
                if (answer.StatusCode == HttpStatusCode.UnprocessableEntity && shown.Text.Contains("already", StringComparison.Ordinal))
                {
                    return true;
                }

                _others.Add(shown);
                return false;
            }
            catch (HttpRequestException)
            {
                Unanswered++;
                return false;
            }
        }
    }
}
