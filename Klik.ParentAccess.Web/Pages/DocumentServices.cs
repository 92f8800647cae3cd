using Klik.ParentAccess.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what components need in a document.</summary>
public static class DocumentServices
{
    /// <summary>
    /// Adds it, for a host that shows its pages by <see cref="DocumentResult{TComponent}"/>: the request as a cascading parameter, and
    /// what forms need.
    /// </summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddScoped<DocumentRequest>();
        services.AddCascadingValue(provider => provider.GetRequiredService<DocumentRequest>().Context);
        services.AddScoped<AntiforgeryStateProvider, FormTokens>();
        services.AddScoped<NavigationManager, RequestLocation>();
        return services;
    }
}
