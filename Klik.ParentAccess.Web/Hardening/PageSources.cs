namespace Klik.ParentAccess.Web.Hardening;

/// <summary>Says of an endpoint that its page loads from elsewhere than the others.</summary>
/// <param name="Directives">Directives of a content security policy, in place of <see cref="PageHeaders.StrictSources"/>.</param>
public sealed record PageSources(string Directives);
