using Klik.ParentAccess.Development.IdentityProvider;
using Klik.ParentAccess.Development.Mailbox;

namespace Klik.ParentAccess.Development;

/// <summary>
/// What stands in for the outside world on a developer's machine: Google, Microsoft, the school's own provider and a mail server. A
/// host adds and maps it in Development only.
/// </summary>
public static class DevelopmentServices
{
    /// <summary>All its pages are below this path, which is kept free for them in Development.</summary>
    public const string Root = "/dev";

    /// <summary>Adds the identity provider and the mailbox; the host hands its mail to <see cref="Mailbox.Mailbox"/>.</summary>
    public static void AddDevelopment(this IServiceCollection services)
    {
        services.AddDevelopmentIdentityProvider();
        services.AddSingleton<Mailbox.Mailbox>();
    }

    /// <summary>Maps their pages.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development: anybody could be anyone.</exception>
    public static void MapDevelopment(this IEndpointRouteBuilder routes)
    {
        routes.MapDevelopmentIdentityProvider();
        routes.MapMailbox();
    }
}
