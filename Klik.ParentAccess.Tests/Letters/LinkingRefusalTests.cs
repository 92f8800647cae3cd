using Klik.ParentAccess.Tests.Conformance;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>What is refused on the portal's linking page.</summary>
public sealed class LinkingRefusalTests(RunningPortal portal) : LinkingRefusalConformance(new PortalLetters(portal));
