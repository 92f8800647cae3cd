using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>What is refused on the linking page in an Orchard site, on SQLite.</summary>
[Collection<LetterSchools>]
public sealed class LinkingRefusalOnSqliteTests(RunningHost host) : LinkingRefusalConformance(new SiteLetters(host));
