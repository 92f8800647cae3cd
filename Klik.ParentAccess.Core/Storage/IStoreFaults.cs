namespace Klik.ParentAccess.Core.Storage;

/// <summary>Tells a database that cannot do its work from a fault of the program. The host knows its databases.</summary>
public interface IStoreFaults
{
    /// <summary>What an exception, or one within it, says of the database.</summary>
    /// <returns>Null when it is about something else.</returns>
    StoreFault? FaultOf(Exception problem);

    /// <summary>The database's own name for it, or the exception's type; for the log, with nothing personal in it.</summary>
    string CodeOf(Exception problem);
}
