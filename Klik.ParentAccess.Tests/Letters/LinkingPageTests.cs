using Klik.ParentAccess.Tests.Conformance;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>The way from a letter to a linked child, at the portal.</summary>
public sealed class LinkingPageTests(RunningPortal portal) : LinkingPageConformance(new PortalLetters(portal));
