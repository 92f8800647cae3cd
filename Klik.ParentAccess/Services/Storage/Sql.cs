using System.Runtime.CompilerServices;

namespace Klik.ParentAccess.Services.Storage;

/// <summary>Statements put together from parts.</summary>
internal static class Sql
{
    /// <summary>Puts parts one behind the other, each with its own parameters.</summary>
    public static FormattableString Join(params FormattableString[] parts)
    {
        var arguments = new List<object?>();
        var text = new System.Text.StringBuilder();
        foreach (var part in parts)
        {
            // Each part counts its parameters from 0.
            var numbered = Enumerable.Range(arguments.Count, part.ArgumentCount).Select(object? (number) => $"{{{number}}}").ToArray();
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, part.Format, numbered);
            arguments.AddRange(part.GetArguments());
        }

        return FormattableStringFactory.Create(text.ToString(), [.. arguments]);
    }
}
