using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>What the way from a letter survives in an Orchard site, on SQLite.</summary>
[Collection<LetterSchools>]
public sealed class LinkingSurvivalOnSqliteTests(RunningHost host) : LinkingSurvivalConformance(new SiteLetters(host));
