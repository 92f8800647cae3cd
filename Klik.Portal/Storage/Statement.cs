namespace Klik.Portal.Storage;

/// <summary>A statement written by hand, with the values of its parameters.</summary>
/// <param name="Sql">Its text. It asks for the rows of the present school alone, <c>@school</c>, which it is given by itself.</param>
/// <param name="Parameters">The others by name: numbers (moments as UTC ticks), texts, ids and dates.</param>
internal sealed record Statement(string Sql, params (string Name, object? Value)[] Parameters)
{
    /// <summary>What is thrown when it finds no row; null where that is no fault.</summary>
    public string? NothingFound { get; init; }

    /// <summary>The id of the school; null for the present one.</summary>
    public string? SchoolId { get; init; }
}
