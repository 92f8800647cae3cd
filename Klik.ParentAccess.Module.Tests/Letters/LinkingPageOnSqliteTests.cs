using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The way from a letter to a linked child in an Orchard site, on SQLite.</summary>
[Collection<LetterSchools>]
public sealed class LinkingPageOnSqliteTests(RunningHost host) : LinkingPageConformance(new SiteLetters(host));
