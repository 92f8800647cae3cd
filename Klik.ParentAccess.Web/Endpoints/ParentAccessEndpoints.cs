using Klik.ParentAccess.Web.Hardening;
using Klik.ParentAccess.Web.Invitations;
using Klik.ParentAccess.Web.Letters;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.OwnAccounts;
using Klik.ParentAccess.Web.Parents;
using Klik.ParentAccess.Web.Profile;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klik.ParentAccess.Web.Endpoints;

/// <summary>Maps what people see of parent access.</summary>
public static class ParentAccessEndpoints
{
    /// <summary>
    /// Maps every page and form, relative to the school's base. Every POST asks for an antiforgery token by itself; no answer
    /// is kept in a cache.
    /// </summary>
    public static IEndpointConventionBuilder MapParentAccess(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapForms();
        group.MapProfile();
        group.MapInvitations();
        group.MapSignIn();
        group.MapLanguage();
        group.MapParents();
        group.MapAccountDeleted();
        routes.MapOwnAccounts();
        return group;
    }

    /// <summary>
    /// Maps the pages of parent letters, beside <see cref="MapParentAccess"/>, where
    /// <see cref="Core.ParentAccessServiceCollectionExtensions.AddParentLetters"/> was called: the linking page (rules L2, L4 to
    /// L7), and what a student can do with the letter made for them (rule P5).
    /// </summary>
    public static IEndpointConventionBuilder MapParentLetters(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapForms();
        group.MapLinking();
        group.MapLetterOfStudent();
        return group;
    }

    /// <summary>A group of pages of a school, under the same protection; for a host's own pages too.</summary>
    public static RouteGroupBuilder MapSchoolPages(this RouteGroupBuilder group) => group.MapOpenSchoolPages().RequireFormToken();

    /// <summary>
    /// As <see cref="MapSchoolPages"/>, but nothing is asked of a POST yet: for a group that first asks who it is and only then
    /// reads the body, with <see cref="RequireFormToken"/>.
    /// </summary>
    public static RouteGroupBuilder MapOpenSchoolPages(this RouteGroupBuilder group)
    {
        group.WithMetadata(SchoolEndpointMetadata.Instance);
        // The filter asks for the token; the framework's own check would ask a second time, and only in some hosts.
        group.DisableAntiforgery();
        group.AddEndpointFilter<PersonalPageFilter>();
        return group;
    }

    /// <summary>Refuses a POST without a valid antiforgery token. It reads the form, and comes after the filters added before it.</summary>
    public static RouteGroupBuilder RequireFormToken(this RouteGroupBuilder group) => group.AddEndpointFilter<RouteGroupBuilder, AntiforgeryFilter>();

    private static RouteGroupBuilder MapForms(this IEndpointRouteBuilder routes) => routes.MapGroup("").MapSchoolPages().LimitForms();
}
