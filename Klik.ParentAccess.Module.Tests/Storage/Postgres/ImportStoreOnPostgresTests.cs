using Klik.ParentAccess.Tests.StudentRecords;

namespace Klik.ParentAccess.Module.Tests.Storage.Postgres;

[Collection<PostgresSites>]
public sealed class ImportStoreOnPostgresTests(PostgresSiteHost host) : ImportStoreConformance(host);
