using Klik.ParentAccess.Module.Tests.StudentRecords;

namespace Klik.ParentAccess.Module.Tests.Storage.Postgres;

[Collection<PostgresSites>]
public sealed class ImportedStudentsOnPostgresTests(PostgresSiteHost host) : ImportedStudentTests(host);
