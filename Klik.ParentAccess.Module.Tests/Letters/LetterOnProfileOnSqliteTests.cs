using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The student's letter in an Orchard site, on SQLite.</summary>
[Collection<LetterSchools>]
public sealed class LetterOnProfileOnSqliteTests(RunningHost host) : LetterOnProfileConformance(new SiteLetters(host));
