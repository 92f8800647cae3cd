using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Limits how often people of one network set out for a provider.</summary>
public static class SignInRateExtensions
{
    /// <summary>Holds an endpoint that sends people to a provider to the limit: 429 with <c>Retry-After</c> beyond it.</summary>
    public static RouteHandlerBuilder LimitSignIns(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter<SignInRateFilter>();
}
