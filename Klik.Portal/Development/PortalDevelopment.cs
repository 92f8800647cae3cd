using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Development;
using Klik.ParentAccess.Development.IdentityProvider;
using Klik.ParentAccess.Development.Mailbox;
using Klik.Portal.Development.Demo;
using Klik.Portal.Mail;
using Klik.Portal.Settings;

namespace Klik.Portal.Development;

/// <summary>What stands in for the outside world on a developer's machine. None of it exists outside Development.</summary>
internal static class PortalDevelopment
{
    /// <summary>Adds the mailbox (unless a mail server is set), the identity provider and the demo school.</summary>
    public static void AddPortalDevelopment(this IServiceCollection services)
    {
        services.AddDevelopment();
        services.AddSingleton<DemoSchool>();
        services.AddSingleton<IDevelopmentPersonas, DemoPersonas>();
        services.PostConfigure<PortalOptions>(options => options.Administrators.Add($"{DemoSchool.Id}/{DemoSchool.Administrator}"));
        if (services.All(service => service.ServiceType != typeof(MailSettings)))
        {
            services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<Mailbox>());
        }
    }
}
