using System.Net;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Tests.Hosting;

/// <summary>What a browser is asked to keep, and how far it reaches.</summary>
public sealed class CookieTests : IAsyncLifetime
{
    private readonly RunningPortal _portal = new() { Settings = { ["ParentAccess:PublicUrl"] = "https://ouders.example.nl" } };

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Every_cookie_over_https_is_out_of_reach_of_scripts_of_other_sites_and_of_plain_http()
    {
        var school = await _portal.NewSchoolAsync();
        using var browser = await SignedInAsync(school, await school.AddStudentAsync());

        Assert.All(browser.SetCookies, cookie =>
        {
            var flags = cookie.Split("; ").Skip(1).Select(flag => flag.ToLowerInvariant()).ToList();
            Assert.Contains("secure", flags);
            Assert.Contains("httponly", flags);
            Assert.Contains("samesite=lax", flags);
            Assert.DoesNotContain(flags, flag => flag.StartsWith("domain", StringComparison.Ordinal));
            Assert.Contains("path=/", flags);
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
        });
        Assert.Contains(browser.SetCookies, cookie => cookie.StartsWith($"__Host-klik-session-{school.Id}=", StringComparison.Ordinal));
        Assert.Contains(browser.SetCookies, cookie => cookie.StartsWith("__Host-klik-external=", StringComparison.Ordinal));
        Assert.Contains(browser.SetCookies, cookie => cookie.StartsWith("__Host-klik-form=", StringComparison.Ordinal));
        Assert.Contains(browser.SetCookies, cookie => cookie.StartsWith("__Host-Klik.SignIn.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_of_one_school_says_nothing_at_another_even_under_its_name()
    {
        var (school, other) = (await _portal.NewSchoolAsync(), await _portal.NewSchoolAsync());
        using var browser = await SignedInAsync(school, await school.AddStudentAsync());
        var session = browser.Cookies[$"__Host-klik-session-{school.Id}"];

        var asItIs = await browser.OpenAsync($"/{other.Id}/profile/parents");
        browser.Cookies[$"__Host-klik-session-{other.Id}"] = session;
        var forged = await browser.OpenAsync($"/{other.Id}/profile/parents");
        var own = await browser.OpenAsync($"/{school.Id}/profile/parents");

        Assert.DoesNotContain("/profile/", asItIs.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain("/profile/", forged.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal($"/{school.Id}/profile/parents", own.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_session_cookie_that_was_changed_is_none()
    {
        var school = await _portal.NewSchoolAsync();
        using var browser = await SignedInAsync(school, await school.AddStudentAsync());
        var name = $"__Host-klik-session-{school.Id}";

        browser.Cookies[name] = browser.Cookies[name][..^8] + "AAAAAAAA";
        var page = await browser.OpenAsync($"/{school.Id}/profile/parents");

        Assert.NotEqual($"/{school.Id}/profile/parents", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_personal_page_is_not_kept_by_the_browser()
    {
        var school = await _portal.NewSchoolAsync();
        using var browser = await SignedInAsync(school, await school.AddStudentAsync());

        var page = await browser.OpenAsync($"/{school.Id}/profile/parents");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
    }

    private async Task<HttpsBrowser> SignedInAsync(TestSchool school, TestStudent student)
    {
        var plan = $"https-{school.Id}";
        _portal.Provider.Plans[plan] = new TokenPlan { Subject = student.UserName, Claims = new Dictionary<string, object?> { ["preferred_username"] = student.UserName } };
        var browser = new HttpsBrowser(_portal.Address, plan);
        var page = await browser.OpenAsync($"/{school.Id}/sign-in/school");
        Assert.Equal($"/{school.Id}/profile/parents", page.Address.AbsolutePath);
        return browser;
    }
}
