using Klik.ParentAccess.Module.Tests.StudentRecords;

namespace Klik.ParentAccess.Module.Tests.Storage.Postgres;

[Collection<PostgresSites>]
public sealed class RememberedSummariesOnPostgresTests(PostgresSiteHost host) : RememberedSummaryTests(host);
