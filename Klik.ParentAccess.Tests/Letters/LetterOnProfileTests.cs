using Klik.ParentAccess.Tests.Conformance;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>The student's letter at the portal.</summary>
public sealed class LetterOnProfileTests(RunningPortal portal) : LetterOnProfileConformance(new PortalLetters(portal));
