namespace Klik.ParentAccess.Tests.Processes;

/// <summary>PostgreSQL's own programs, where Debian puts them.</summary>
internal static class PostgresPrograms
{
    private const string Root = "/usr/lib/postgresql";

    /// <summary>Their folder, of the newest version; null where they are not installed.</summary>
    public static string? Folder { get; } = Directory.Exists(Root)
        ? Directory.EnumerateDirectories(Root)
            .Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_dump")))
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(Path.GetDirectoryName(folder)), out var version) ? version : 0)
            .FirstOrDefault()
        : null;

    /// <summary>Skips the test that runs where they are not installed.</summary>
    public static void SkipUnlessThere() => Assert.SkipWhen(Folder is null, "PostgreSQL's server programs are not installed.");
}
