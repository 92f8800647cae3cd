using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Hosting;

/// <summary>How long a session lasts.</summary>
public sealed class SessionLifetimeTests : IAsyncLifetime
{
    private readonly AdjustableClock _clock = new();
    private readonly RunningPortal _portal;

    public SessionLifetimeTests() => _portal = new() { Configure = builder => builder.Services.AddSingleton<TimeProvider>(_clock) };

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_session_that_is_used_lasts_a_week_and_one_that_is_not_half_a_day()
    {
        var school = await _portal.NewSchoolAsync();
        using var student = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync());
        using var idle = await InvitationPathTests.SignedInStudentAsync(school, await school.AddStudentAsync("Daan"));

        for (var hours = 0; hours < 160; hours += 10)
        {
            _clock.Advance(TimeSpan.FromHours(10));
            Assert.Equal(200, await StatusAsync(student));
            // What is used is not taken for what has run out.
            await school.InSchoolAsync(services => services.GetRequiredService<EraseExpired>().ExecuteAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(303, await StatusAsync(idle));
        _clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal(303, await StatusAsync(student));
    }

    private static async Task<int> StatusAsync(Visitor visitor)
    {
        using var answer = await visitor.RequestAsync(HttpMethod.Get, "/profile/parents");
        return (int)answer.StatusCode;
    }
}
