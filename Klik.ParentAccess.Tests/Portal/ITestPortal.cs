using System.Net;
using Klik.ParentAccess.Tests.SignIn;

namespace Klik.ParentAccess.Tests.Portal;

/// <summary>A portal that tests speak HTTP with.</summary>
public interface ITestPortal
{
    /// <summary>Where people reach it, without a slash at the end.</summary>
    string Address { get; }

    /// <summary>Its store, behind the pages' back.</summary>
    IServiceProvider Services { get; }

    /// <summary>Where people sign in.</summary>
    LyingIdentityProvider Provider { get; }

    /// <summary>Makes a school without students.</summary>
    Task<TestSchool> NewSchoolAsync();

    /// <summary>How a new browser's requests get there.</summary>
    /// <param name="cookies">The browser's cookies.</param>
    HttpMessageHandler Connect(CookieContainer cookies) => new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
}
