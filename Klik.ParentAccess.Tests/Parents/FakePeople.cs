using System.Collections.Concurrent;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>Sessions by a header, which end when somebody is signed out.</summary>
internal sealed class FakePeople : IPeople
{
    public const string Header = "Test-Session";

    /// <summary>The account of each open session.</summary>
    public ConcurrentDictionary<string, string> Sessions { get; } = new();

    public string? SchoolSignInPath => null;

    public bool IsSignedIn(HttpContext context) => Parent(context) is not null;

    public StudentId? Student(HttpContext context) => null;

    public string? Parent(HttpContext context) =>
        context.Request.Headers[Header].ToString() is { Length: > 0 } session ? Sessions.GetValueOrDefault(session) : null;

    public OwnAccountSession? OwnAccount(HttpContext context) => null;

    public Task SignInParentAsync(HttpContext context, ParentAccount account, OwnAccountSession? own) => throw new NotSupportedException();

    public TimeSpan SignedOutElsewhereWithin => TimeSpan.FromMinutes(30);

    public Task SignOutElsewhereAsync(HttpContext context)
    {
        var (present, account) = (context.Request.Headers[Header].ToString(), Parent(context));
        foreach (var other in Sessions.Where(session => session.Value == account && session.Key != present).ToList())
        {
            Sessions.TryRemove(other.Key, out _);
        }

        return Task.CompletedTask;
    }

    public Task SignOutAsync(HttpContext context)
    {
        Sessions.TryRemove(context.Request.Headers[Header].ToString(), out _);
        return Task.CompletedTask;
    }
}
