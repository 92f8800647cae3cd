using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>What the way from a letter survives in an Orchard site, on PostgreSQL.</summary>
[Collection<PostgresSchools>]
public sealed class LinkingSurvivalOnPostgresTests(PostgresHost host) : LinkingSurvivalConformance(new SiteLetters(host));
