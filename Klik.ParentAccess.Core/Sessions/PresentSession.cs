namespace Klik.ParentAccess.Core.Sessions;

/// <summary>
/// The session that the present request came with, where the host keeps sessions itself. The store asks whether it still holds in the
/// statement that asks the links, so that a page costs no round trip for it.
/// </summary>
public sealed class PresentSession
{
    private bool _isAskedWithLinks;

    /// <summary>What the session is known by; null for nobody, or where sessions are kept by somebody else.</summary>
    public SessionHash? Hash { get; private set; }

    /// <summary>Whether it has been found ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>What the store asks with the links; null when it asks for none, as for somebody who is just signing in.</summary>
    public SessionHash? AskedWithLinks => _isAskedWithLinks ? Hash : null;

    /// <summary>The request came with a session.</summary>
    public void Set(SessionHash hash) => Hash = hash;

    /// <summary>From here on the links are asked for whom the session belongs to: without it they give nothing.</summary>
    public void AskWithLinks() => _isAskedWithLinks = true;

    /// <summary>The session was found ended.</summary>
    public void End() => HasEnded = true;
}
