using Klik.ParentAccess.Core.Mail;
using Klik.Portal.Development.Demo;
using Klik.Portal.Development.IdentityProvider;
using Klik.Portal.Development.Mailbox;
using Klik.Portal.Mail;
using Klik.Portal.Settings;

namespace Klik.Portal.Development;

/// <summary>What stands in for the outside world on a developer's machine. None of it exists outside Development.</summary>
internal static class DevelopmentServices
{
    /// <summary>Adds the mailbox (unless a mail server is set), the identity provider and the demo school.</summary>
    public static void AddDevelopment(this IServiceCollection services)
    {
        services.AddDevelopmentIdentityProvider();
        services.AddSingleton<DemoSchool>();
        services.AddSingleton<IDevelopmentPersonas, DemoPersonas>();
        services.PostConfigure<PortalOptions>(options => options.Administrators.Add($"{DemoSchool.Id}/{DemoSchool.Administrator}"));
        services.AddSingleton<Mailbox.Mailbox>();
        if (services.All(service => service.ServiceType != typeof(MailSettings)))
        {
            services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<Mailbox.Mailbox>());
        }
    }

    /// <summary>Maps their pages.</summary>
    public static void MapDevelopment(this IEndpointRouteBuilder routes)
    {
        routes.MapDevelopmentIdentityProvider();
        routes.MapMailbox();
    }
}
