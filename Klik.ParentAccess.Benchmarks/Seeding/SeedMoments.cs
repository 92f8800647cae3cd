namespace Klik.ParentAccess.Benchmarks.Seeding;

/// <summary>When things happened in a seeded school: always the same moments, so that the same size is the same school.</summary>
internal static class SeedMoments
{
    /// <summary>The parents were linked.</summary>
    public static readonly DateTimeOffset Linked = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Most results were changed, before the parents' last visit.</summary>
    public static readonly DateTimeOffset Old = new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The parents looked.</summary>
    public static readonly DateTimeOffset Visit = new(2026, 9, 20, 19, 30, 0, TimeSpan.Zero);

    /// <summary>A few results were changed since.</summary>
    public static readonly DateTimeOffset New = new(2026, 9, 21, 14, 0, 0, TimeSpan.Zero);

    /// <summary>Letters are good for as long as anybody will measure.</summary>
    public static readonly DateTimeOffset LettersEnd = new(2050, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
