namespace Klik.ParentAccess.Hardening;

/// <summary>What a site says of the pages of parent access, section <c>ParentAccess</c>.</summary>
internal sealed class HardeningOptions
{
    /// <summary>
    /// Where the pages of parents and students may load from, as directives of a content security policy
    /// (<see cref="Web.Hardening.PageHeaders.StrictSources"/>). Left out, the theme around them decides: what it loads is not known here.
    /// </summary>
    public string? PageSources { get; set; }
}
