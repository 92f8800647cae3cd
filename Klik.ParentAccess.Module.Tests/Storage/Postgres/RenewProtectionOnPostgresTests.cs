using Klik.ParentAccess.Tests.Conformance;

namespace Klik.ParentAccess.Module.Tests.Storage.Postgres;

[Collection<PostgresSites>]
public sealed class RenewProtectionOnPostgresTests(PostgresSiteHost host) : RenewProtectionConformance(host);
