using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Klik.ParentAccess.Web.Health;

/// <summary>Whether a SQLite file has room to grow.</summary>
public static class SqliteFileHealth
{
    /// <summary>With less, in bytes, the next page may be one too many.</summary>
    private const long TooLittle = 1L << 20;

    /// <summary>With less, in bytes, somebody should look.</summary>
    private const long Little = 256L << 20;

    /// <summary>Asks the disk; healthy where its file system does not tell.</summary>
    /// <param name="file">The file's path.</param>
    public static HealthCheckResult Of(string file) => RoomFor(file) switch
    {
        < TooLittle => HealthCheckResult.Unhealthy("The disk of the database is full."),
        < Little => HealthCheckResult.Degraded("The disk of the database is nearly full."),
        _ => HealthCheckResult.Healthy(),
    };

    private static long RoomFor(string file)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(file))!).AvailableFreeSpace;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }
}
