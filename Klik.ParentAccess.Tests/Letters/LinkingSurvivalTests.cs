using Klik.ParentAccess.Tests.Conformance;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>What the way from a letter survives at the portal.</summary>
public sealed class LinkingSurvivalTests(RunningPortal portal) : LinkingSurvivalConformance(new PortalLetters(portal));
