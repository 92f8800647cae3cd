using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Klik.ParentAccess.Core.Schools;

/// <summary>
/// The school that something belongs to: 1 to 40 lower-case letters, digits and inner hyphens. On the portal it is the first
/// part of the path, in Orchard the tenant. Every key in the store begins with it.
/// </summary>
public readonly partial record struct SchoolId
{
    private readonly string? _value;

    private SchoolId(string value) => _value = value;

    /// <summary>The identifier as text.</summary>
    public string Value => _value ?? throw new InvalidOperationException("An empty school id.");

    /// <summary>Reads an identifier.</summary>
    /// <returns>False when <paramref name="text"/> has another form.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out SchoolId id)
    {
        id = text is not null && Form().IsMatch(text) ? new SchoolId(text) : default;
        return id._value is not null;
    }

    /// <summary>Reads an identifier that is known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static SchoolId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A school id has 1 to 40 lower-case letters, digits and inner hyphens.");

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
