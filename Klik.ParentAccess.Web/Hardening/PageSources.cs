namespace Klik.ParentAccess.Web.Hardening;

/// <summary>Says of an endpoint that its page loads from elsewhere than the others, or that its forms lead elsewhere.</summary>
/// <param name="Directives">Directives of a content security policy, in place of <see cref="PageHeaders.StrictSources"/>.</param>
/// <param name="LeadsAnywhere">Whether forms may lead to any address: a provider sends people back to whoever asked.</param>
public sealed record PageSources(string Directives, bool LeadsAnywhere = false);
