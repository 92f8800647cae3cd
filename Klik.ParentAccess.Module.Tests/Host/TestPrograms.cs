using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Endpoints;
using Microsoft.AspNetCore.Authentication;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>What OpenId would bring to every school that keeps student records: tokens for programs, and with those the import API.</summary>
internal static class TestPrograms
{
    public static void AddTo(IServiceCollection services) => services.AddOrchardCore()
        .ConfigureServices(tenant => tenant.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TestTokens>(TestTokens.Name, null))
        .Configure((_, routes, provider) =>
        {
            if (provider.GetService<ImportJobs>() is not null)
            {
                routes.MapImportApi();
            }
        });
}
