using System.Text.Json;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>One figure, printed as a JSON object on a line of its own.</summary>
internal static class Figure
{
    public static void Print(string name, double value, string unit, string of) =>
        Console.WriteLine(JsonSerializer.Serialize(new { name, value = Math.Round(value, 3), unit, of }));
}
