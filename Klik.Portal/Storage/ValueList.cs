using System.Globalization;

namespace Klik.Portal.Storage;

/// <summary>A list of values in a statement: <c>column IN (@name0, @name1)</c>.</summary>
internal sealed class ValueList
{
    private readonly string _text;

    /// <param name="name">What its parameters' names begin with.</param>
    /// <param name="values">The values, at least one.</param>
    public ValueList(string name, IEnumerable<string> values)
    {
        Parameters = [.. values.Select((value, index) => (name + index.ToString(CultureInfo.InvariantCulture), (object?)value))];
        _text = $"({string.Join(", ", Parameters.Select(parameter => parameter.Name))})";
    }

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<(string Name, object? Value)> Parameters { get; }

    /// <inheritdoc/>
    public override string ToString() => _text;
}
