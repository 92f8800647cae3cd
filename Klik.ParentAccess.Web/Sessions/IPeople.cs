using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Students;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Sessions;

/// <summary>
/// Who is signed in at the present school, and signing parents in and out. Given by the host, on its own authentication.
/// What a session says is only who somebody is; what they may see is asked of the links at every request.
/// </summary>
public interface IPeople
{
    /// <summary>Where students and staff sign in, relative to the school's base; null when the host offers it elsewhere.</summary>
    string? SchoolSignInPath { get; }

    /// <summary>Whether anybody is signed in at this school, in whatever role.</summary>
    bool IsSignedIn(HttpContext context);

    /// <summary>The student who is signed in, if it is one.</summary>
    StudentId? Student(HttpContext context);

    /// <summary>The id of the account of the parent who is signed in, if it is one.</summary>
    string? Parent(HttpContext context);

    /// <summary>What the session of the parent who is signed in remembers of an own account; null for one who signed in elsewhere.</summary>
    OwnAccountSession? OwnAccount(HttpContext context);

    /// <summary>Signs a parent in, in place of whoever was.</summary>
    /// <param name="context">The request.</param>
    /// <param name="account">The parent's account.</param>
    /// <param name="own">What is to be remembered of an own account, if the parent signed in with one.</param>
    Task SignInParentAsync(HttpContext context, ParentAccount account, OwnAccountSession? own);

    /// <summary>Ends the session.</summary>
    Task SignOutAsync(HttpContext context);

    /// <summary>How long another session of a parent goes on at most after <see cref="SignOutElsewhereAsync"/>.</summary>
    TimeSpan SignedOutElsewhereWithin { get; }

    /// <summary>Ends every session of the parent who is signed in but the present one.</summary>
    Task SignOutElsewhereAsync(HttpContext context);
}
