using Klik.Host.Development;
using Klik.Host.Health;
using Klik.Host.Sessions;
using Klik.ParentAccess.Web.Hardening;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Klik.Host;

/// <summary>Builds the Orchard Core host.</summary>
internal static class HostApplication
{
    /// <summary>Builds it; it only needs to be run.</summary>
    /// <param name="args">Settings as command-line arguments.</param>
    /// <param name="configure">What a test changes before it is built.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        var orchard = builder.Services.AddOrchardCms().AddSetupFeatures("OrchardCore.AutoSetup");
        builder.Services.AddServerLimits();
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        orchard.ConfigureServices(tenant => tenant.AddHostSessions(), order: int.MaxValue);
        builder.Services.AddHealthChecks().AddCheck<DefaultTenantCheck>("tenant");
        configure?.Invoke(builder);
        if (builder.Environment.IsDevelopment())
        {
            builder.AddHostDevelopment(orchard);
        }

        var app = builder.Build();
        app.UseHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/readyz");
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseStaticFiles();
        if (app.Environment.IsDevelopment())
        {
            app.UseHostDevelopment();
        }

        app.UsePoweredByOrchardCore(enabled: false);
        app.UseOrchardCore();
        return app;
    }
}
