using System.Diagnostics.CodeAnalysis;

namespace Klik.ParentAccess.Core.Students;

/// <summary>The student's identifier in the school's own system (OneRoster: <c>sourcedId</c>), 1 to 255 characters.</summary>
public readonly record struct StudentId
{
    /// <summary>The longest identifier, in characters.</summary>
    public const int MaxLength = 255;

    private readonly string? _value;

    private StudentId(string value) => _value = value;

    /// <summary>The identifier as text.</summary>
    public string Value => _value ?? throw new InvalidOperationException("An empty student id.");

    /// <summary>Reads an identifier.</summary>
    /// <returns>False when it is empty, too long or has control characters.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out StudentId id)
    {
        var good = !string.IsNullOrWhiteSpace(text) && text.Length <= MaxLength && !text.Any(char.IsControl);
        id = good ? new StudentId(text!) : default;
        return good;
    }

    /// <summary>Reads an identifier that is known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static StudentId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A student id has 1 to 255 characters and no control characters.");

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";
}
