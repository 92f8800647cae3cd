using Klik.ParentAccess.Development;
using Klik.ParentAccess.Development.Hosting;
using Klik.ParentAccess.Development.IdentityProvider;
using OrchardCore.Email;

namespace Klik.Host.Development;

/// <summary>What stands in for the outside world on a developer's machine. None of it exists outside Development.</summary>
internal static class HostDevelopment
{
    private const string PublicUrl = "OrchardCore:ParentAccess:PublicUrl";

    // Before OrchardCore.Email.Smtp: of the providers that are set up Orchard takes the last, so that a mail server goes before.
    private const int BeforeMailServers = -1000;

    /// <summary>Adds Google, Microsoft and the mailbox; students and staff sign in on Orchard's own login page.</summary>
    public static void AddHostDevelopment(this WebApplicationBuilder builder, OrchardCoreBuilder orchard)
    {
        builder.Services.AddDevelopment();
        builder.Services.Configure<DevelopmentIdentityProviderOptions>(
            options => options.StandsInFor = [DevelopmentProvider.Google, DevelopmentProvider.Microsoft]);
        orchard.ConfigureServices(tenant => tenant.AddEmailProvider<MailboxEmailProvider>(MailboxEmailProvider.Name), BeforeMailServers);
        if (builder.Configuration[PublicUrl] is null && builder.Configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } addresses)
        {
            // Links in mail lead to where the host listens, also where that is not what the demo's recipe says.
            var address = ListeningAddress.Choose(addresses.Split(';', StringSplitOptions.RemoveEmptyEntries));
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [PublicUrl] = address });
        }
    }

    /// <summary>Puts their pages before Orchard's tenants: no tenant can have a path below <see cref="DevelopmentServices.Root"/>.</summary>
    public static void UseHostDevelopment(this WebApplication app) =>
        app.MapWhen(
            context => context.Request.Path.StartsWithSegments(DevelopmentServices.Root),
            pages => pages.UseRouting().UseEndpoints(routes => routes.MapDevelopment()));
}
