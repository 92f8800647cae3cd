using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>One figure, printed as a JSON object on a line of its own.</summary>
internal static class Figure
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Prints it.</summary>
    /// <param name="name">What was measured.</param>
    /// <param name="value">How much.</param>
    /// <param name="unit">Of what.</param>
    /// <param name="of">What it is held against.</param>
    /// <param name="on">The database, where there is one.</param>
    public static void Print(string name, double value, string unit, string of, string? on = null) =>
        Console.WriteLine(JsonSerializer.Serialize(new { name, value = Math.Round(value, 3), unit, of, on }, Options));
}
