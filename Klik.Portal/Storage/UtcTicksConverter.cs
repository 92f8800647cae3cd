using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Klik.Portal.Storage;

/// <summary>
/// Stores a moment as UTC ticks (100 ns since the year 1) in a whole number: SQLite has no type for moments that compares in
/// SQL, and a number is the same on both databases and loses nothing.
/// </summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
