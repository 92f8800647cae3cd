using System.ComponentModel.DataAnnotations;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>What the host decides about sign-in.</summary>
public sealed class ParentSignInOptions
{
    /// <summary>The cookie scheme that holds what Google or Microsoft said until the host has signed the parent in.</summary>
    [Required]
    public string SignInScheme { get; set; } = "";

    /// <summary>The cookie scheme that holds what the school's provider said; left out, it is <see cref="SignInScheme"/>.</summary>
    public string? SchoolSignInScheme { get; set; }

    /// <summary>
    /// The path that the callbacks are below, whatever path the request is below: empty when one registration at the provider
    /// serves all schools. Left out, it is the path base of the request, which is the tenant's.
    /// </summary>
    public string? CallbackPathBase { get; set; }

    /// <summary>
    /// Whether a provider whose settings are wrong is left out, and the log says so once, instead of stopping the start: for a host
    /// that serves more than these pages.
    /// </summary>
    public bool LeavesOutWrongProviders { get; set; }

    /// <summary>
    /// The page that tells what went wrong, below the school's base; it gets <c>?problem=</c> with one of
    /// <see cref="SignInProblems"/>.
    /// </summary>
    [Required]
    public string ProblemPath { get; set; } = "/sign-in";
}
