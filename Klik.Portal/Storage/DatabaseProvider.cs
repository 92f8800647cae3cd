namespace Klik.Portal.Storage;

/// <summary>The databases that the portal works on; the names are those of the setting <c>Database:Provider</c>.</summary>
internal enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}
