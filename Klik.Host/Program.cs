using Klik.Host.Health;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddOrchardCms().AddSetupFeatures("OrchardCore.AutoSetup");
builder.Services.AddHealthChecks().AddCheck<DefaultTenantCheck>("tenant");

var app = builder.Build();
app.UseHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
app.UseHealthChecks("/readyz");
app.UseStaticFiles();
app.UseOrchardCore();
await app.RunAsync();
