using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The student's letter in an Orchard site, on PostgreSQL.</summary>
[Collection<PostgresSchools>]
public sealed class LetterOnProfileOnPostgresTests(PostgresHost host) : LetterOnProfileConformance(new SiteLetters(host));
