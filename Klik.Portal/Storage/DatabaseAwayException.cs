namespace Klik.Portal.Storage;

/// <summary>The database server does not answer when the portal starts: no setting need be wrong, and a later start may work.</summary>
/// <param name="fault">What the system says of it: host and port, and nothing secret.</param>
internal sealed class DatabaseAwayException(string fault)
    : Exception($"The database that {DatabaseSettings.ConnectionStringSetting} leads to does not answer ({fault}).");
